import type { TSESTree } from '@typescript-eslint/utils';
import { findCalledFunction } from '../code/local-functions.js';
import { calledName, isFunction, ownLevelNodes, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

const deepest = 4;

/**
 * The functions of the file that run when a handler does: itself, and those it calls, at once or after a wait; not the
 * callbacks that it hands on.
 *
 * @param isMade whether a call in one of the functions is made when the handler runs
 */
export function functionsRunBy(
  model: Model,
  handler: FunctionNode,
  isMade: (call: TSESTree.CallExpression, within: FunctionNode) => boolean = () => true,
): FunctionNode[] {
  const found = new Set<FunctionNode>();
  const visit = (node: FunctionNode, depth: number): void => {
    if (found.has(node) || depth > deepest) return;
    found.add(node);
    for (const each of levelOf(model, node)) {
      const called = each.type === 'CallExpression' ? findCalledFunction(model, each) : undefined;
      if (called && isMade(each as TSESTree.CallExpression, node)) visit(called, depth + 1);
    }
  };
  visit(handler, 0);
  return [...found];
}

/** The nodes that a function runs itself; those of an async function that was compiled for an old target too. */
export function levelOf(model: Model, node: FunctionNode): readonly TSESTree.Node[] {
  const body = findLoweredBody(node) ?? node;
  return ownLevelNodes(body.body, model.sourceCode.visitorKeys);
}

/** @returns true for an async function, also one that was compiled to a generator */
export function isAsyncFunction(node: FunctionNode): boolean {
  return node.async || findLoweredBody(node) !== undefined;
}

/** @returns true where a node gives the function the time to go on later: `await`, or `yield` in a lowered async function */
export function isWait(node: TSESTree.Node): boolean {
  return (
    node.type === 'AwaitExpression' ||
    node.type === 'YieldExpression' ||
    (node.type === 'ForOfStatement' && node.await)
  );
}

/** The generator of `return __awaiter(this, void 0, void 0, function* () {...})`, as TypeScript writes it for ES2015. */
function findLoweredBody({ body }: FunctionNode): FunctionNode | undefined {
  const [statement, ...others] = body.type === 'BlockStatement' ? body.body : [];
  const value =
    body.type === 'BlockStatement'
      ? statement?.type === 'ReturnStatement' && others.length === 0
        ? statement.argument
        : undefined
      : body;
  if (value?.type !== 'CallExpression' || calledName(value) !== '__awaiter') return undefined;
  const generator = value.arguments.at(-1);
  return isFunction(generator) && generator.generator ? generator : undefined;
}
