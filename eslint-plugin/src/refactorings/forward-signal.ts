import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, findUnforwardedSignals, modelOf } from '../analysis/index.js';
import { passSignal } from '../fix/pass-signal.js';
import { holds, metaOf, type Refactoring } from './refactoring.js';

/**
 * Passes the signal of its function to the call at the selection. Offered where the rule `forward-abort-signal` reports, whether it is
 * on or not: only there is it certain that the call can take the signal and should.
 */
export const forwardSignal: Refactoring = {
  meta: metaOf('Pass `{{signal}}`'),
  create(context) {
    const model = modelOf(context);
    const [selection] = context.options;
    const around: TSESTree.CallExpression[] = [];

    /** The calls come outer ones first. A function in the selection's way belongs to a call's argument, not to the selection's call. */
    function callsAtSelection(): TSESTree.CallExpression[] {
      const node = context.sourceCode.getNodeByRangeIndex(selection.start);
      const owner = node && enclosingFunction(node);
      return around.filter((call) => enclosingFunction(call) === owner).reverse();
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        if (holds(call.range, selection)) around.push(call);
      },
      'Program:exit'() {
        for (const missing of callsAtSelection().flatMap((call) => findUnforwardedSignals(model, [call]))) {
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
