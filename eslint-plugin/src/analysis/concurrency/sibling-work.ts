import type { TSESTree } from '@typescript-eslint/utils';
import { findControllerMadeAt, type Controller } from '../controllers/controllers.js';
import {
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isInside,
  outermost,
} from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { combinatorOf, membersOf } from './combinators.js';

/** @returns the own controller of all the work in a `Promise.all`, where the first failure does not abort the rest of it */
export function findUncancelledSiblings(model: Model, call: TSESTree.CallExpression): Controller | undefined {
  if (combinatorOf(call) !== 'all' || !isWaitedFor(call) || isInTest(call)) return undefined;
  const members = membersOf(model, call);
  const work = enclosingFunction(call);
  if (!work || (members.length < 2 && !members.some(({ isRepeated }) => isRepeated))) return undefined;
  const controller = findControllerOfWork(model, call);
  if (!controller || controller.isShared || controller.made.length > 1) return undefined;
  if (!controller.made.every((made) => enclosingFunction(made) === work)) return undefined;
  const aborts = controller.uses.filter(({ kind }) => kind === 'abort').map(({ node }) => node);
  if (aborts.length === 0 || aborts.some((abort) => followsFailure(abort, call))) return undefined;
  return controller;
}

function isWaitedFor(call: TSESTree.CallExpression): boolean {
  return outermost(call).parent?.type === 'AwaitExpression';
}

/** The controller whose signal the calls in the list are given. */
function findControllerOfWork(model: Model, call: TSESTree.CallExpression): Controller | undefined {
  for (const argument of call.arguments) {
    for (const node of allNodes(argument, model.sourceCode.visitorKeys)) {
      if (node.type !== 'CallExpression') continue;
      for (const { source, ownership } of signalsHandedTo(model, node)) {
        const isOwn = ownership === 'owned' && source?.type === 'NewExpression';
        const controller = isOwn ? findControllerMadeAt(model, source) : undefined;
        if (controller) return controller;
      }
    }
  }
  return undefined;
}

/** Does an abort belong to what happens after a failure: a `catch`, a `finally`, a handler of a promise, the work itself? */
function followsFailure(abort: TSESTree.Node, call: TSESTree.CallExpression): boolean {
  if (isInside(abort, call)) return true;
  let inner = abort;
  for (const outer of ancestorsOf(abort)) {
    if (outer.type === 'CatchClause') return true;
    if (outer.type === 'TryStatement' && outer.finalizer === inner) return true;
    const handled = isFunction(outer) ? outermost(outer).parent : undefined;
    if (handled?.type === 'CallExpression' && /^(?:catch|finally|then)$/.test(calledName(handled) ?? ''))
      return true;
    inner = outer;
  }
  return false;
}
