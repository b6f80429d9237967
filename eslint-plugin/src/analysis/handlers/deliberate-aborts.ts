import type { TSESTree } from '@typescript-eslint/utils';
import { saysCancelled } from './says-cancelled.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import {
  ancestorsOf,
  calledName,
  constantText,
  enclosingFunction,
  isFunction,
  memberName,
  outermost,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import type { Signal } from '../signals/signals.js';

/**
 * Is this the signal of an own controller that is aborted because somebody wants the work to stop: by a listener, the
 * cleanup of an effect, a returned function? A timer's abort, one after an error, or one with a reason may be a failure.
 *
 * @param place the code that waits for the work; an abort on its own way is not what it waits for
 */
export function isAbortedOnPurpose(model: Model, signal: Signal, place: TSESTree.Node): boolean {
  const made = signal.ownership === 'owned' ? signal.source : undefined;
  const declarator = made?.type === 'NewExpression' ? made.parent : undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const waiting = functionsWorkingAt(model, place);
  const aborts = (findVariable(model, declarator.id)?.references ?? []).flatMap(({ identifier }) => {
    const member = outermost(identifier).parent;
    return member?.type === 'MemberExpression' && memberName(member) === 'abort' ? [member] : [];
  });
  return (
    aborts.length > 0 &&
    aborts.every((abort) => {
      const inside = enclosingFunction(abort);
      return inside !== undefined && !waiting.includes(inside) && isWanted(model, abort);
    })
  );
}

const timers = new Set(['setTimeout', 'setInterval']);

/** Not in a timer, nor in an `error` listener or a `catch`. */
function isWanted(model: Model, abort: TSESTree.MemberExpression): boolean {
  const call = outermost(abort).parent;
  if (call?.type !== 'CallExpression' || call.callee !== outermost(abort)) return false;
  const [reason] = call.arguments;
  if (reason && !saysCancelled(model, reason)) return false;
  for (const outer of ancestorsOf(abort)) {
    if (outer.type === 'CatchClause') return false;
    if (isFunction(outer)) return !isFailureCallback(outer);
  }
  return false;
}

function isFailureCallback(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent?.type === 'VariableDeclarator') {
    return parent.id.type === 'Identifier' && /time|expire|deadline|error|fail/i.test(parent.id.name);
  }
  if (parent?.type !== 'CallExpression') return false;
  const [first] = parent.arguments;
  const name = calledName(parent) ?? '';
  return (
    timers.has(name) ||
    /catch|timeout|error|fail/i.test(name) ||
    /error|fail|timeout/i.test(constantText(first) ?? '')
  );
}
