import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { applied } from '../support/rule-tester.js';
import { checkSuggestion } from '../support/suggestion-invariants.js';
import { lintProgram, typedProgram } from './lint-program.js';
import { readProgram } from './program-source.js';
import { runProgram, type Left } from './run-program.js';
import type { Outcome } from './scenario.js';
import { scenarios } from './scenarios.js';

const ways = ['without types', 'with types'] as const;

// Runs may overlap, but linting blocks the process that waits for them, so it has its turn between them.
describe.concurrent.each(scenarios)('$rule: its program', (scenario) => {
  it('does its work if it is left alone', async () => {
    const { code } = await readProgram(scenario.rule);
    expectOutcome(await runProgram(code, scenario, 'undisturbed'), scenario.undisturbed);
  });

  it(`misbehaves when it is cancelled by ${scenario.cancellation.by}`, async () => {
    const { code } = await readProgram(scenario.rule);
    const { releasedOnce, ...outcome } = scenario.bad;
    const how = releasedOnce === undefined ? {} : { releasedOnce };
    expectOutcome(await runProgram(code, scenario, how), outcome);
  });
});

describe.each(scenarios)('$rule: all rules', ({ rule }) => {
  it.each(ways)('report the marked place alone, and nothing after a suggestion, %s', async (way) => {
    const { code, mark } = await readProgram(rule);
    const relint = (text: string): Linter.LintMessage[] => lintProgram(text, way);
    const messages = relint(code);
    expect(messages.map(placeOf)).toEqual([{ ruleId: `cancellation/${rule}`, ...mark }]);
    for (const message of messages) {
      for (const suggestion of message.suggestions ?? []) {
        checkSuggestion(code, message, suggestion, { messages, relint, program: typedProgram });
        expect(relint(applied(code, suggestion.fix)), `after "${suggestion.desc}"`).toEqual([]);
      }
    }
  });

  it('suggest the same with and without types', async () => {
    const { code } = await readProgram(rule);
    expect(suggestionsFor(code, 'with types')).toEqual(suggestionsFor(code, 'without types'));
  });
});

describe.concurrent.each(scenarios)('$rule: its program after each suggestion', (scenario) => {
  it(`does its work if it is left alone, and behaves when it is cancelled by ${scenario.cancellation.by}`, async () => {
    const { code } = await readProgram(scenario.rule);
    const suggestions = suggestionsFor(code, 'without types');
    expect(suggestions).not.toEqual([]);
    const runs = suggestions.flatMap(({ desc, fix }) => [
      expectAfter(desc, runProgram(applied(code, fix), scenario, 'undisturbed'), scenario.undisturbed),
      expectAfter(desc, runProgram(applied(code, fix), scenario, {}), scenario.fixed),
    ]);
    await Promise.all(runs);
  });
});

function placeOf({ ruleId, messageId, line, column, endColumn }: Linter.LintMessage): unknown {
  return { ruleId, messageId, line, column, endColumn };
}

function suggestionsFor(code: string, way: (typeof ways)[number]): Linter.LintSuggestion[] {
  return lintProgram(code, way).flatMap(({ suggestions }) => suggestions ?? []);
}

async function expectAfter(suggestion: string, run: Promise<Left>, expected: Outcome): Promise<void> {
  expectOutcome(await run, expected, `after "${suggestion}"`);
}

function expectOutcome(left: Left, expected: Outcome, label?: string): void {
  const all = { requests: left.requests, ...expected, killedBy: null, stderr: '' };
  expect(left, label).toEqual(all);
}
