import { findUnforwardedSignals, modelOf } from '../analysis/index.js';
import { passSignal } from '../fix/pass-signal.js';
import { callsAround } from './calls-around.js';
import { metaOf, type Refactoring } from './refactoring.js';

/**
 * Passes the signal of its function to the call at the selection. Offered where the rule `forward-abort-signal` reports, whether it is
 * on or not: only there is it certain that the call can take the signal and should.
 */
export const forwardSignal: Refactoring = {
  meta: metaOf('Pass `{{signal}}`'),
  create(context) {
    const model = modelOf(context);
    const [selection] = context.options;
    const calls = callsAround(context.sourceCode, selection);

    return {
      CallExpression: calls.collect,
      'Program:exit'() {
        for (const missing of calls.atSelection().flatMap((call) => findUnforwardedSignals(model, [call]))) {
          const fix = missing.isAbortHandled ? passSignal(model, missing) : undefined;
          if (!fix) continue;
          const data = { signal: missing.signal.text.replaceAll('?.', '.') };
          context.report({
            node: missing.call,
            messageId: 'change',
            data,
            suggest: [{ messageId: 'change', data, fix }],
          });
          return;
        }
      },
    };
  },
};
