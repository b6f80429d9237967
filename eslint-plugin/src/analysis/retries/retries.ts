import type { TSESTree } from '@typescript-eslint/utils';
import { isLoop, type Loop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';
import { operationsIn } from '../operations/operations.js';
import {
  accessPath,
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  ownLevelNodes,
  type FunctionNode,
} from '../code/syntax.js';

/** What runs the failed work again: the loop around the handler, or the handler's call of its own function. */
export type Retry = { kind: 'loop'; loop: Loop } | { kind: 'recursion'; call: TSESTree.CallExpression };

/** @returns how the work of a `try` is tried again after its handler; undefined where it is not */
export function findRetry(model: Model, clause: TSESTree.CatchClause): Retry | undefined {
  const call = findRecursion(model, clause);
  if (call) return { kind: 'recursion', call };
  const loop = findRetryLoop(model, clause);
  return loop && { kind: 'loop', loop };
}

export function isInRetry(model: Model, node: TSESTree.CatchClause | TSESTree.CallExpression): boolean {
  return node.type === 'CatchClause' && findRetry(model, node) !== undefined;
}

function findRecursion(model: Model, clause: TSESTree.CatchClause): TSESTree.CallExpression | undefined {
  const owner = enclosingFunction(clause);
  const name = owner && calleeOf(owner);
  if (name === undefined) return undefined;
  for (const node of ownLevelNodes(clause.body, model.sourceCode.visitorKeys)) {
    if (node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === name) return node;
  }
  return undefined;
}

/** How a function calls itself: by its name, or as a method of `this`. */
function calleeOf(owner: FunctionNode): string | undefined {
  if (owner.id) return owner.id.name;
  const { parent } = owner;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  const method =
    parent.type === 'MethodDefinition' || parent.type === 'Property' ? memberName(parent) : undefined;
  return method === undefined ? undefined : `this.${method}`;
}

/** The innermost loop of the same function, where its turns try the same work and not one item after the other. */
function findRetryLoop(model: Model, clause: TSESTree.CatchClause): Loop | undefined {
  for (const node of ancestorsOf(clause)) {
    if (isFunction(node)) return undefined;
    if (isLoop(node)) return isRetryLoop(model, node, clause) ? node : undefined;
  }
  return undefined;
}

function isRetryLoop(model: Model, loop: Loop, clause: TSESTree.CatchClause): boolean {
  const operations = operationsIn(model, clause.parent.block);
  if (loop.type === 'ForInStatement') return false;
  const names = turnNames(loop);
  const usesTurn = operations.some(({ call }) =>
    [...ownLevelNodes(call, model.sourceCode.visitorKeys)].some(
      (node) => node.type === 'Identifier' && names.has(node.name),
    ),
  );
  return operations.length > 0 && !usesTurn;
}

/** The names that hold another value in each turn: then each turn works on another item. */
function turnNames(loop: Loop): Set<string> {
  const head =
    loop.type === 'ForOfStatement' ? loop.left : loop.type === 'ForStatement' ? loop.init : undefined;
  if (head?.type !== 'VariableDeclaration') return new Set();
  const names = head.declarations.flatMap(({ id }) =>
    id.type === 'Identifier' ? [id.name] : patternNames(id),
  );
  return new Set([...names, ...itemNames(loop, new Set(names))]);
}

/** @returns the names that a pattern binds; those of defaults and rests are left out */
export function patternNames(pattern: TSESTree.Node): string[] {
  if (pattern.type === 'ObjectPattern') {
    return pattern.properties.flatMap((each) => (each.type === 'Property' ? patternNames(each.value) : []));
  }
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((each) => (each ? patternNames(each) : []));
  return pattern.type === 'Identifier' ? [pattern.name] : [];
}

/** `const item = items[i]` at the top of the body. */
function itemNames(loop: Loop, turn: ReadonlySet<string>): string[] {
  if (loop.body.type !== 'BlockStatement') return [];
  return loop.body.body.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration') return [];
    return statement.declarations.flatMap(({ id, init }) => {
      const isOfTurn =
        init?.type === 'MemberExpression' &&
        init.computed &&
        init.property.type === 'Identifier' &&
        turn.has(init.property.name);
      return isOfTurn ? patternNames(id) : [];
    });
  });
}

/** Does this way out of the handler lead to the next try? */
export function startsNextTurn(retry: Retry, exit: { kind: string; node: TSESTree.Node }): boolean {
  if (retry.kind === 'loop') return exit.kind === 'end' || exit.kind === 'continue';
  return isInside(retry.call, exit.node) || isInside(exit.node, retry.call);
}
