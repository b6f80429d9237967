import { describe, expect, it } from 'vitest';
import { applied } from '../support/rule-tester.js';
import { checkSuggestion } from '../support/suggestion-invariants.js';
import { lintProgram, typedProgram } from './lint-program.js';
import { readProgram } from './program-source.js';
import { runProgram, type Left } from './run-program.js';
import type { Outcome } from './scenario.js';
import { scenarios } from './scenarios.js';

const ways = ['without types', 'with types'] as const;

describe.concurrent.each(scenarios)('$rule, cancelled by $cancellation.by', (scenario) => {
  const id = `cancellation/${scenario.rule}`;

  it('does its work as it stands, if it is left alone', async () => {
    const { code } = await readProgram(scenario.rule);
    expectOutcome(await runProgram(code, scenario, 'undisturbed'), scenario.undisturbed);
  });

  it('misbehaves as it stands', async () => {
    const { code } = await readProgram(scenario.rule);
    const { releasedOnce, ...outcome } = scenario.bad;
    const how = releasedOnce === undefined ? {} : { releasedOnce };
    expectOutcome(await runProgram(code, scenario, how), outcome);
  });

  it.each(ways)('is reported in the marked place alone, %s', async (way) => {
    const { code, mark } = await readProgram(scenario.rule);
    const places = lintProgram(code, way).map(({ ruleId, messageId, line, column, endColumn }) => ({
      ruleId,
      messageId,
      line,
      column,
      endColumn,
    }));
    expect(places).toEqual([{ ruleId: id, ...mark }]);
  });

  it('behaves after each suggestion, and is not reported any more', async () => {
    const { code } = await readProgram(scenario.rule);
    const messages = lintProgram(code, 'with types').filter(({ ruleId }) => ruleId === id);
    const relint = (text: string) => lintProgram(text, 'with types');
    const suggestions = messages.flatMap((message) =>
      (message.suggestions ?? []).map((suggestion) => ({ message, suggestion })),
    );
    expect(suggestions).not.toEqual([]);
    const runs = suggestions.map(async ({ message, suggestion }) => {
      const label = `after "${suggestion.desc}"`;
      checkSuggestion(code, message, suggestion, { messages, relint, program: typedProgram });
      const fixed = applied(code, suggestion.fix);
      for (const way of ways) expect(lintProgram(fixed, way), `${label}, ${way}`).toEqual([]);
      expectOutcome(await runProgram(fixed, scenario, 'undisturbed'), scenario.undisturbed, label);
      expectOutcome(await runProgram(fixed, scenario, {}), scenario.fixed, label);
    });
    await Promise.all(runs);
  });
});

function expectOutcome(left: Left, expected: Outcome, label?: string): void {
  const all = { requests: left.requests, ...expected, killedBy: null, stderr: '' };
  expect(left, label).toEqual(all);
}
