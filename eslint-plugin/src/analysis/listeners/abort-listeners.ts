import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { findFunction } from '../code/local-functions.js';
import { memberName, unwrapped, type FunctionNode } from '../code/syntax.js';
import { findSignal, type Signal } from '../signals/signals.js';
import { registrationsOf, type Registration } from './registrations.js';

/** A listener that runs when a signal is aborted: where it is added, on what, and the function, where the file has it. */
export interface AbortListener extends Registration {
  signal: Signal;
  function: FunctionNode | undefined;
}

/** @returns the abort listeners that a file adds to what is a signal for certain, in source order */
export const abortListenersOf = memoized((model): readonly AbortListener[] =>
  registrationsOf(model).flatMap((each) => onSignal(model, each)),
);

function onSignal(model: Model, registration: Registration): AbortListener[] {
  const signal = findSignal(model, registration.target);
  if (!signal) return [];
  return [{ ...registration, signal, function: findFunction(model, registration.listener) }];
}

/** @returns the `f` of `f.bind(...)` */
export function boundFunction(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrapped(node.callee);
  return callee.type === 'MemberExpression' && memberName(callee) === 'bind' ? callee.object : undefined;
}
