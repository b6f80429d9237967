import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { calledName, constantText, memberName, unwrapped } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';

/** A place where something is told to listen for `abort`, whatever it listens to. */
export interface Registration {
  kind: 'addEventListener' | 'addAbortListener' | 'onabort';
  node: TSESTree.CallExpression | TSESTree.AssignmentExpression;
  /** What is listened to, as it is written there. */
  target: TSESTree.Node;
  /** What is given as the listener. */
  listener: TSESTree.Node;
  /** The third argument of `addEventListener`. */
  options: TSESTree.Node | undefined;
}

/** @returns all registrations of a file, in source order */
export const registrationsOf = memoized((model): readonly Registration[] =>
  nodesOf(model)
    .map((node) => findRegistration(model, node))
    .filter((registration) => registration !== undefined),
);

/** @returns what `s.addEventListener('abort', f)`, `addAbortListener(s, f)` or `s.onabort = f` registers */
export function findRegistration(model: Model, node: TSESTree.Node): Registration | undefined {
  if (node.type === 'AssignmentExpression') return assignedListener(node);
  if (node.type !== 'CallExpression') return undefined;
  const [first, second, options] = node.arguments;
  if (!first || !second) return undefined;
  if (calledName(node) === 'addAbortListener') {
    return { kind: 'addAbortListener', node, target: first, listener: unwrapped(second), options: undefined };
  }
  const target = eventTarget(model, node, 'addEventListener');
  return target && { kind: 'addEventListener', node, target, listener: unwrapped(second), options };
}

/** @returns the `t` of `t.method('abort', ...)`, or of `t.dispatchEvent(new Event('abort'))` */
export function eventTarget(
  model: Model,
  call: TSESTree.CallExpression,
  method: 'addEventListener' | 'removeEventListener' | 'dispatchEvent',
): TSESTree.Node | undefined {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || memberName(callee) !== method) return undefined;
  const given = call.arguments[0] && constantValue(model, call.arguments[0]);
  const event = given?.type === 'NewExpression' && given.arguments[0] ? given.arguments[0] : given;
  return event && isAbortText(event) ? callee.object : undefined;
}

/** `'abort'`, also in backticks. */
function isAbortText(node: TSESTree.Node): boolean {
  return constantText(node) === 'abort';
}

function assignedListener(node: TSESTree.AssignmentExpression): Registration | undefined {
  const { left } = node;
  if (left.type !== 'MemberExpression' || memberName(left) !== 'onabort') return undefined;
  const listener = unwrapped(node.right);
  return { kind: 'onabort', node, target: left.object, listener, options: undefined };
}
