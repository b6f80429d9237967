import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName, combinatorOf, findRaceLoser, modelOf, type RaceLoser } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import type { RelatedPlace } from '../../related.js';
import { clearRaceTimer } from '../../fix/clear-race-timer.js';
import { limitRaceBySignal } from '../../fix/limit-race-by-signal.js';

/**
 * Reports a `Promise.race` or `Promise.any` whose loser goes on: a timer made by hand that nothing clears, or work that takes a
 * signal in a function that aborts nothing. Silent when the timer is cleared, short, or does not hold the process; when the
 * function aborts something; in tests; and where the process is ended anyway.
 */
export default createRule({
  name: 'no-uncancelled-race-loser',
  docs: {
    description: 'disallow races whose losers go on after the race is over',
    guidance: ['failures-end-siblings'],
    mentions: ['Promise.race', 'Promise.any'],
    recommended: 'warn',
  },
  messages: {
    timer:
      'Nothing clears the timer that loses this `Promise.{{combinator}}`, so it keeps the process alive for the rest of its time.',
    work: '`{{name}}()` takes a signal, but nothing aborts it when another promise settles this `Promise.{{combinator}}` first, so it goes on for nobody.',
    clear: 'Clear the timer when the race is over.',
    limit: 'Give the call `AbortSignal.timeout` in place of the race.',
  },
  create(context, report) {
    const model = modelOf(context);

    function suggestionsFor(
      race: TSESTree.CallExpression,
      { how, call, timer }: RaceLoser,
    ): TSESLint.ReportSuggestionArray<'clear' | 'limit'> {
      if (!timer) return [];
      if (how === 'timer') {
        const fix = clearRaceTimer(model, race, timer);
        return fix ? [{ messageId: 'clear', fix }] : [];
      }
      const fix = limitRaceBySignal(model, race, { call, timer });
      return fix ? [{ messageId: 'limit', fix }] : [];
    }

    return {
      CallExpression(race: TSESTree.CallExpression) {
        const loser = findRaceLoser(model, race);
        if (!loser) return;
        report({
          node: race.callee,
          messageId: loser.how,
          data: { combinator: combinatorOf(race) ?? '', name: calledName(loser.call) ?? 'the work' },
          suggest: suggestionsFor(race, loser),
          related: relatedTo(loser),
        });
      },
    };
  },
});

function relatedTo({ how, call, timer }: RaceLoser): RelatedPlace[] {
  const goingOn = { node: call, message: 'This goes on.' };
  return how === 'work' && timer
    ? [goingOn, { node: timer, message: 'This can end the race before it.' }]
    : [goingOn];
}
