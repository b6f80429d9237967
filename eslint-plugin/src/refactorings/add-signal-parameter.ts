import type { TSESTree } from '@typescript-eslint/utils';
import { findExtensibleFunction, isFunction, modelOf, type FunctionNode } from '../analysis/index.js';
import { addSignalParameter as fixOf } from '../fix/add-signal-parameter.js';
import { holds, metaOf, type Refactoring } from './refactoring.js';

/**
 * Gives the function whose head holds the selection a signal, and hands it to the calls in it that can take it. Offered where the
 * function is asynchronous, takes no signal, has a name that the file only calls it by, and has a use for one.
 */
export const addSignalParameter: Refactoring = {
  meta: metaOf('Add a `signal` parameter and use it'),
  create(context) {
    const [selection] = context.options;
    const heads: FunctionNode[] = [];

    function collect(node: TSESTree.Node): void {
      if (isFunction(node) && holds([startOf(node), node.body.range[0]], selection)) heads.push(node);
    }

    return {
      FunctionDeclaration: collect,
      FunctionExpression: collect,
      ArrowFunctionExpression: collect,
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

/** What names a function, or binds it, is a part of its head. */
function startOf({ parent, range }: FunctionNode): number {
  const isNamedAround = /^(?:MethodDefinition|PropertyDefinition|Property|VariableDeclarator)$/.test(
    parent.type,
  );
  return isNamedAround ? parent.range[0] : range[0];
}
