import { findExtensibleFunction, modelOf } from '../analysis/index.js';
import { addSignalParameter as fixOf } from '../fix/add-signal-parameter.js';
import { functionHeads } from './function-heads.js';
import { metaOf, type Refactoring } from './refactoring.js';

/**
 * Gives the function whose head holds the selection a signal, and hands it to the calls in it that can take it. Offered where the
 * function is asynchronous, takes no signal, has a name that the file only calls it by, and has a use for one.
 */
export const addSignalParameter: Refactoring = {
  meta: metaOf('Add a `signal` parameter and use it'),
  create(context) {
    const [selection] = context.options;
    const { heads, listeners } = functionHeads(selection);

    return {
      ...listeners,
      'Program:exit'() {
        const model = modelOf(context);
        const owner = heads.at(-1);
        const found = owner && findExtensibleFunction(model, owner);
        const fix = found && fixOf(model, found);
        if (!fix) return;
        context.report({ node: owner, messageId: 'change', suggest: [{ messageId: 'change', fix }] });
      },
    };
  },
};
