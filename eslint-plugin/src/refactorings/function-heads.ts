import { isFunction, type FunctionNode } from '../analysis/index.js';
import type { TSESTree } from '@typescript-eslint/utils';
import { holds, type Selection } from './refactoring.js';

/** Collects the functions whose head, all before the body, holds a selection; the innermost comes last. */
export function functionHeads(selection: Selection) {
  const heads: FunctionNode[] = [];

  function collect(node: TSESTree.Node): void {
    if (isFunction(node) && holds([startOf(node), node.body.range[0]], selection)) heads.push(node);
  }

  return {
    heads,
    listeners: {
      FunctionDeclaration: collect,
      FunctionExpression: collect,
      ArrowFunctionExpression: collect,
    },
  };
}

/** What names a function, or binds it, is a part of its head. */
function startOf({ parent, range }: FunctionNode): number {
  const isNamedAround = /^(?:MethodDefinition|PropertyDefinition|Property|VariableDeclarator)$/.test(
    parent.type,
  );
  return isNamedAround ? parent.range[0] : range[0];
}
