import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { applied } from '../support/applied.js';
import type { Way } from '../support/rule-tester.js';
import { checkSuggestion } from '../support/suggestion-invariants.js';
import { lintProgram, typedProgram } from './lint-program.js';
import { readMendedProgram, readProgram } from './program-source.js';
import { runProgram, type Left } from './run-program.js';
import type { CancelledOutcome, Outcome } from './scenario.js';
import { scenarios } from './scenarios.js';

// Runs may overlap, but linting blocks the process that waits for them, so it has its turn between them.
describe.concurrent.each(scenarios)('$rule: its program', (scenario) => {
  it('does its work if it is left alone', async () => {
    const { code } = await readProgram(scenario.rule);
    expectOutcome(await runProgram(code, scenario, 'undisturbed'), scenario.undisturbed);
  });

  it(`misbehaves when it is cancelled by ${scenario.cancellation.by}`, async () => {
    const { code } = await readProgram(scenario.rule);
    const { how, outcome } = cancelled(scenario.bad);
    expectOutcome(await runProgram(code, scenario, how), outcome);
  });
});

describe.each(scenarios)('$rule: all rules', ({ rule, needsTypes }) => {
  it.each(waysFor(needsTypes))(
    'report the marked place alone, and nothing once it is mended, %s',
    async (way) => {
      const { code, mark } = await readProgram(rule);
      const relint = (text: string): Linter.LintMessage[] => lintProgram(text, way);
      const messages = relint(code);
      expect(messages.map(placeOf)).toEqual([{ ruleId: `cancellation/${rule}`, ...mark }]);
      for (const message of messages) {
        for (const suggestion of message.suggestions ?? [])
          checkSuggestion(code, message, suggestion, { messages, relint, program: typedProgram });
      }
      for (const mended of await mendedPrograms(rule)) expect(relint(mended.code), mended.how).toEqual([]);
    },
  );

  it('suggest the same in each way', async () => {
    const { code } = await readProgram(rule);
    const [first, ...others] = waysFor(needsTypes).map((way) => suggestionsFor(code, way));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe.concurrent.each(scenarios)('$rule: its mended program', (scenario) => {
  it(`does its work if it is left alone, and behaves when it is cancelled by ${scenario.cancellation.by}`, async () => {
    const fixed = cancelled(scenario.fixed);
    const runs = (await mendedPrograms(scenario.rule)).flatMap(({ how, code }) => [
      expectAfter(how, runProgram(code, scenario, 'undisturbed'), scenario.undisturbed),
      expectAfter(how, runProgram(code, scenario, fixed.how), fixed.outcome),
    ]);
    await Promise.all(runs);
  });
});

function cancelled({ releasedOnce, ...outcome }: CancelledOutcome): {
  how: { releasedOnce?: string };
  outcome: Outcome;
} {
  return { how: releasedOnce === undefined ? {} : { releasedOnce }, outcome };
}

function placeOf({ ruleId, messageId, line, column, endColumn }: Linter.LintMessage): unknown {
  return { ruleId, messageId, line, column, endColumn };
}

function waysFor(needsTypes: boolean): readonly Way[] {
  return needsTypes ? ['with types'] : ['without types', 'with types'];
}

function suggestionsFor(code: string, way: Way): Linter.LintSuggestion[] {
  return lintProgram(code, way).flatMap(({ suggestions }) => suggestions ?? []);
}

/** The program of a rule after each of its suggestions, or as it was mended by hand where the rule has none. */
async function mendedPrograms(rule: string): Promise<{ how: string; code: string }[]> {
  const { code } = await readProgram(rule);
  const suggestions = suggestionsFor(code, 'with types');
  if (suggestions.length === 0) return [{ how: 'mended by hand', code: await readMendedProgram(rule) }];
  return suggestions.map(({ desc, fix }) => ({ how: `after "${desc}"`, code: applied(code, fix) }));
}

async function expectAfter(how: string, run: Promise<Left>, expected: Outcome): Promise<void> {
  expectOutcome(await run, expected, how);
}

function expectOutcome(left: Left, expected: Outcome, label?: string): void {
  const all = { requests: left.requests, killedBy: null, ...expected, stderr: '' };
  expect(left, label).toEqual(all);
}
