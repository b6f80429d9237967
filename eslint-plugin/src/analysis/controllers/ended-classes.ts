import type { TSESTree } from '@typescript-eslint/utils';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { accessPath, allNodes, enclosingFunction, isInside, type ClassNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/** `this.stopped = true`, which nothing takes back: the object is not meant to be started again. */
export function endsForGood(model: Model, call: TSESTree.Node, owner: ClassNode): boolean {
  const method = functionsWorkingAt(model, call).at(-1);
  const flags = allNodes(owner.body, model.sourceCode.visitorKeys).flatMap((node) => {
    const name = node.type === 'AssignmentExpression' ? accessPath(node.left)?.join('.') : undefined;
    return node.type === 'AssignmentExpression' && name?.startsWith('this.') ? [{ node, name }] : [];
  });
  return flags.some(
    ({ node, name }) =>
      method !== undefined &&
      isInside(node, method) &&
      isTrue(node.right) &&
      flags.every((other) => other.name !== name || isTrue(other.node.right) || isInConstructor(other.node)),
  );
}

function isTrue(node: TSESTree.Node): boolean {
  return node.type === 'Literal' && node.value === true;
}

function isInConstructor(node: TSESTree.Node): boolean {
  const method = enclosingFunction(node)?.parent;
  return method?.type === 'MethodDefinition' && method.kind === 'constructor';
}
