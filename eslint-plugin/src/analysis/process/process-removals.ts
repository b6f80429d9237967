import type { TSESTree } from '@typescript-eslint/utils';
import { eventNamesOf, type EventNames } from './event-names.js';
import { processMethod } from './process-calls.js';
import { calledName } from '../code/syntax.js';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';

/** A call that takes listeners off the process. */
export interface ProcessRemoval extends EventNames {
  call: TSESTree.CallExpression;
  method: 'off' | 'removeListener' | 'removeAllListeners';
}

const methods = new Set(['off', 'removeListener', 'removeAllListeners']);

/** @returns every call of the file that takes listeners off the process, in source order */
export const processRemovals = memoized((model): readonly ProcessRemoval[] =>
  nodesOf(model).flatMap((node) => {
    if (node.type !== 'CallExpression' || !methods.has(calledName(node) ?? '')) return [];
    const [event] = node.arguments;
    const method = processMethod(model, node);
    return event && isRemoval(method) ? [{ ...eventNamesOf(model, event), call: node, method }] : [];
  }),
);

function isRemoval(method: string | undefined): method is ProcessRemoval['method'] {
  return method !== undefined && methods.has(method);
}

/** @returns true where the two may name the same event */
export function shareEvents(one: EventNames, other: EventNames): boolean {
  if (!one.isComplete || !other.isComplete) return true;
  return one.events.some(({ name }) => other.events.some((each) => each.name === name));
}
