import { findStartOfCall, findStartOfFunction, modelOf } from '../analysis/index.js';
import { callsAround } from './calls-around.js';
import { functionHeads } from './function-heads.js';
import { metaOf, type Refactoring } from './refactoring.js';

/**
 * Offers to thread a signal through the callers of the function whose head holds the selection, or of the one that makes the call
 * at the selection. The edits are in many files, so whoever sees the project works them out. Offered where there are types: without
 * them nobody knows the callers.
 */
export const threadSignal: Refactoring = {
  meta: metaOf('{{title}}'),
  create(context) {
    const model = modelOf(context);
    const [selection] = context.options;
    const { heads, listeners } = functionHeads(selection);
    const calls = callsAround(context.sourceCode, selection);
    if (!model.isTyped) return {};

    return {
      ...listeners,
      CallExpression: calls.collect,
      'Program:exit'() {
        const owner = heads.at(-1);
        const start = owner
          ? findStartOfFunction(model, owner)
          : calls.atSelection().flatMap((call) => findStartOfCall(model, call) ?? [])[0];
        if (!start) return;
        const { name, takesSignal } = start;
        const title = takesSignal
          ? `Thread the signal of \`${name.text}\` through its callers`
          : `Add a \`signal\` parameter to \`${name.text}\` and thread it through its callers`;
        context.report({ node: name.node, messageId: 'change', data: { title } });
      },
    };
  },
};
