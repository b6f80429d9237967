import type { TSESTree } from '@typescript-eslint/utils';
import { findRejectionHandler, isLoop, type Loop } from '../handlers/abort-handlers.js';
import { findCalledFunction } from '../code/local-functions.js';
import type { Exit } from '../handlers/abort-path.js';
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
import { constantValue } from '../code/variables.js';

/** What runs the failed work again: the loop around the handler, or the handler's call of its own function. */
export type Retry =
  | { kind: 'loop'; loop: Loop }
  | {
      kind: 'recursion';
      call: TSESTree.CallExpression;
      /** The handler's call of the function of the file that has the call in it. */
      via: TSESTree.CallExpression | undefined;
    };

/** @returns how the work that failed is tried again after its handler; undefined where it is not */
export function findRetry(
  model: Model,
  node: TSESTree.CatchClause | TSESTree.CallExpression,
): Retry | undefined {
  if (node.type === 'CallExpression') {
    const handler = findRejectionHandler(model, node);
    return handler && findRecursion(model, node, handler);
  }
  const recursion = findRecursion(model, node, node);
  if (recursion) return recursion;
  const loop = findRetryLoop(model, node);
  return loop && { kind: 'loop', loop };
}

export function isInRetry(model: Model, node: TSESTree.CatchClause | TSESTree.CallExpression): boolean {
  return findRetry(model, node) !== undefined;
}

function findRecursion(
  model: Model,
  node: TSESTree.Node,
  handler: FunctionNode | TSESTree.CatchClause,
): Retry | undefined {
  const owner = enclosingFunction(node);
  const names = owner ? namesOf(owner) : [];
  if (!owner || names.length === 0) return undefined;
  for (const call of callsIn(model, handler.body)) {
    if (isCallOf(names, call)) return { kind: 'recursion', call, via: undefined };
    const helper = findCalledFunction(model, call);
    const again = helper && helper !== owner ? findBlindCall(model, helper, names) : undefined;
    if (again) return { kind: 'recursion', call: again, via: call };
  }
  return undefined;
}

function callsIn(model: Model, region: TSESTree.Node): TSESTree.CallExpression[] {
  return ownLevelNodes(region, model.sourceCode.visitorKeys).filter((node) => node.type === 'CallExpression');
}

function isCallOf(names: readonly string[], { callee }: TSESTree.CallExpression): boolean {
  return names.includes(accessPath(callee)?.join('.') ?? '');
}

/** How a function calls itself: by its name, by that of its constant, or as a method of `this`. */
function namesOf(owner: FunctionNode): string[] {
  const { parent } = owner;
  const constant =
    parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
  const isMember =
    parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property';
  const method = isMember ? memberName(parent) : undefined;
  return [owner.id?.name, constant, method && `this.${method}`].filter((name) => name !== undefined);
}

/** The call of the function in a helper of its handler, where no test of the helper may ask what has failed. */
function findBlindCall(
  model: Model,
  helper: FunctionNode,
  names: readonly string[],
): TSESTree.CallExpression | undefined {
  const call = callsIn(model, helper.body).find((each) => isCallOf(names, each));
  if (!call) return undefined;
  const isAsking = ownLevelNodes(helper.body, model.sourceCode.visitorKeys).some(
    (node) => node.range[0] < call.range[0] && 'test' in node && node.test && mayAsk(model, node.test),
  );
  return isAsking ? undefined : call;
}

function mayAsk({ sourceCode }: Model, test: TSESTree.Node): boolean {
  return /err|exception|cause|reason|abort|cancel|retriable|retryable|should|fatal/i.test(
    sourceCode.getText(test),
  );
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
  if (loop.type === 'ForOfStatement' && !endsOnSuccess(model, loop, clause)) return false;
  const names = turnNames(loop);
  const usesTurn = operations.some(({ call }) =>
    ownLevelNodes(call, model.sourceCode.visitorKeys).some(
      (node) => node.type === 'Identifier' && names.has(node.name),
    ),
  );
  return operations.length > 0 && !usesTurn;
}

/** A loop over a list that goes on where all is well has an item of work in each turn, and no try. */
function endsOnSuccess(model: Model, loop: Loop, clause: TSESTree.CatchClause): boolean {
  return ownLevelNodes(loop.body, model.sourceCode.visitorKeys).some(
    (node) => /^(?:Return|Break)Statement$/.test(node.type) && !isInside(node, clause),
  );
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
export function startsNextTurn(
  model: Model,
  retry: Retry,
  exit: Pick<Exit, 'kind' | 'node' | 'value'>,
): boolean {
  if (retry.kind === 'loop') return exit.kind === 'end' || exit.kind === 'continue';
  const call = retry.via ?? retry.call;
  const value = exit.value && constantValue(model, exit.value);
  return [exit.node, value].some((node) => node && (isInside(call, node) || isInside(node, call)));
}
