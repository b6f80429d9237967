import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, calledName } from '../code/syntax.js';
import { isSignalName } from '../signals/signals.js';

const bystanders = new Set(
  'addEventListener removeEventListener addAbortListener setMaxListeners any kill dispatchEvent isAborted'.split(
    ' ',
  ),
);

/** Predicates, hooks whose failure is kept apart on purpose, and helpers that deal with the abort themselves. */
const isSpecialName =
  /^_?(?:is|has|was|on)[A-Z]|(?:^_?(?:on|until|when|if|unless)|Or|On|Until|When|If|Unless)(?:Abort|Cancel)/;

/** Is this a call that is handed a signal, but neither runs nor fails with it? */
export function isBystander(call: TSESTree.CallExpression): boolean {
  const name = calledName(call) ?? '';
  return bystanders.has(name) || isSpecialName.test(name) || isCollectionCall(call);
}

const collectionMethods = new Set(['add', 'delete', 'get', 'has', 'push', 'set', 'unshift']);

/** `listeners.delete(signal)`: a collection that has the signal, or its controller, for a key or an element. */
function isCollectionCall(call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  if (!first || call.callee.type !== 'MemberExpression') return false;
  if (!collectionMethods.has(calledName(call) ?? '')) return false;
  const name = accessPath(first)?.at(-1) ?? '';
  return isSignalName(name) || /controller$/i.test(name);
}
