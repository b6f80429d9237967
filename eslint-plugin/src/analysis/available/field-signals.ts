import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanupName } from '../catalogue/index.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { nameSignal, type NamedSignal } from './named-signals.js';
import { findSignal, isSignalName, type Signal } from '../signals/signals.js';
import {
  accessPath,
  allNodes,
  enclosingClass,
  enclosingFunction,
  memberName,
  type ClassNode,
} from '../code/syntax.js';

/**
 * The signals that an instance received when it was made and keeps, such as `this.signal` and `this.#options.signal`.
 *
 * @param method the method that the code runs in; the constructor, and what closes the instance, have none
 */
export function fieldSignals(
  model: Model,
  method: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | undefined,
): NamedSignal[] {
  const owner = method && enclosingClass(method);
  if (!owner || method.key.type === 'MemberExpression') return [];
  if (method.type === 'MethodDefinition' && method.kind === 'constructor') return [];
  if (isCleanupName(memberName(method) ?? '')) return [];
  return signalsOfClass(model, owner);
}

const signalsOfClass = memoized((model, owner: ClassNode): NamedSignal[] => {
  const found = new Map<string, NamedSignal>();
  for (const node of allNodes(owner.body, model.sourceCode.visitorKeys)) {
    if (node.type !== 'MemberExpression' || !isSignalName(memberName(node) ?? '')) continue;
    const path = accessPath(node);
    if (!path || !isForAllWork(path) || found.has(path.join('.'))) continue;
    const signal = findSignal(model, node);
    if (signal && isFromConstructor(signal)) found.set(path.join('.'), nameSignal(model, signal, 0));
  }
  return [...found.values()];
});

const optionsName = /^#?_?(?:options|opts|config|params|context|ctx|init|settings)$/;
const plainName = /^#?_?(?:signal|abortSignal)$/;

/** `this.signal`, `this.#options.signal`; a name that says more, as `startSignal`, is meant for some of the work. */
function isForAllWork([self, ...names]: readonly string[]): boolean {
  const [last = '', ...before] = names.toReversed();
  return (
    self === 'this' &&
    plainName.test(last) &&
    before.length <= 1 &&
    before.every((name) => optionsName.test(name))
  );
}

function isFromConstructor({ ownership, source }: Signal): boolean {
  const owner = source && enclosingFunction(source);
  const method = owner?.parent;
  return ownership === 'received' && method?.type === 'MethodDefinition' && method.kind === 'constructor';
}
