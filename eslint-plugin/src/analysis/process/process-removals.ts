import type { TSESTree } from '@typescript-eslint/utils';
import { eventNamesOf, type EventNames } from './event-names.js';
import { processMethod } from './process-calls.js';
import { allNodes, calledName } from '../code/syntax.js';
import type { Model } from '../model.js';

/** A call that takes listeners off the process. */
export interface ProcessRemoval extends EventNames {
  call: TSESTree.CallExpression;
  method: 'off' | 'removeListener' | 'removeAllListeners';
}

const methods = new Set(['off', 'removeListener', 'removeAllListeners']);
const removalsOfFile = new WeakMap<Model, readonly ProcessRemoval[]>();

/** @returns every call of the file that takes listeners off the process, in source order */
export function processRemovals(model: Model): readonly ProcessRemoval[] {
  const known = removalsOfFile.get(model);
  if (known) return known;
  const found: ProcessRemoval[] = [];
  for (const node of allNodes(model.sourceCode.ast, model.sourceCode.visitorKeys)) {
    if (node.type !== 'CallExpression' || !methods.has(calledName(node) ?? '')) continue;
    const [event] = node.arguments;
    const method = processMethod(model, node);
    if (!event || !isRemoval(method)) continue;
    found.push({ ...eventNamesOf(model, event), call: node, method });
  }
  removalsOfFile.set(model, found);
  return found;
}

function isRemoval(method: string | undefined): method is ProcessRemoval['method'] {
  return method !== undefined && methods.has(method);
}

/** @returns true where the two may name the same event */
export function shareEvents(one: EventNames, other: EventNames): boolean {
  if (!one.isComplete || !other.isComplete) return true;
  return one.events.some(({ name }) => other.events.some((each) => each.name === name));
}
