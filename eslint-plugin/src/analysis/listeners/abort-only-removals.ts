import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs, functionsWorkingAt } from '../code/enclosing-work.js';
import { findFunction } from '../code/local-functions.js';
import { calledName, enclosingFunction, isInside, outermost, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isExecutor } from '../reasons/rejections.js';
import { originsOf } from '../signals/origins.js';
import {
  findEmitterListener,
  isOnlyReachedOn,
  removalsOfListener,
  type EmitterListener,
} from './emitter-listeners.js';

/** A listener on an emitter that outlives the wait for it, which an abort takes off and the normal end does not. */
export interface AbortOnlyRemoval extends EmitterListener {
  removals: readonly TSESTree.CallExpression[];
  /** Where the normal end is: the listener settles the promise, or the abort's own listener is taken off. */
  ends: readonly TSESTree.CallExpression[];
}

const onAbort = /^abort$/;

/** Events after which an emitter has nothing more to say, so that it goes with its listeners. */
const lastEvents = /^(?:close|end|finish|exit|error|disconnect|abort)$/;

/** @returns undefined where something else than an abort may take the listener off, or where it is to last until the abort */
export function findAbortOnlyRemoval(
  model: Model,
  call: TSESTree.CallExpression,
): AbortOnlyRemoval | undefined {
  const added = findEmitterListener(model, call);
  if (!added || lastEvents.test(added.event) || !isFromOutside(model, added)) return undefined;
  const removals = removalsOfListener(model, added.listener) ?? [];
  if (removals.length === 0 || !removals.every((each) => isOnlyReachedOn(model, onAbort, each)))
    return undefined;
  const settling = settlingCalls(model, added);
  const ends =
    settling.length > 0
      ? settling
      : removals.flatMap((each) => removalsOfAbortListener(model, enclosingFunction(each)));
  return ends.length > 0 ? { ...added, removals, ends } : undefined;
}

/** Was it there before the work that listens to it began? */
function isFromOutside(model: Model, { call, emitter }: EmitterListener): boolean {
  if (emitter.type === 'ThisExpression') return true;
  const functions = functionsWorkingAt(model, call);
  return originsOf(model, emitter).every((origin) => {
    switch (origin.kind) {
      case 'parameter':
      case 'import':
      case 'global':
        return true;
      case 'new':
      case 'call':
        return functions.every((each) => !isInside(origin.node, each));
      default:
        return false;
    }
  });
}

/** Where the listener itself resolves or rejects the promise that is made around it. */
function settlingCalls(model: Model, { call, listener }: EmitterListener): TSESTree.CallExpression[] {
  const executor = functionsWorkingAt(model, call).find((each) => isExecutor(each));
  const body = findFunction(model, listener);
  if (!executor || !body) return [];
  return executor.params
    .flatMap((param) => (param.type === 'Identifier' ? (findVariable(model, param)?.references ?? []) : []))
    .map(({ identifier }) => outermost(identifier))
    .filter((use) => isInside(use, body))
    .flatMap(({ parent }) => (parent?.type === 'CallExpression' ? [parent] : []));
}

/** Where the `abort` listener goes, so that nothing is left that could take off the other one. */
function removalsOfAbortListener(model: Model, remover: FunctionNode | undefined): TSESTree.CallExpression[] {
  const name = remover && calledAs(remover);
  return ((name && findVariable(model, name)?.references) ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier;
    const isRemoval = parent.type === 'CallExpression' && calledName(parent) === 'removeEventListener';
    return isRemoval && remover && !isInside(parent, remover) ? [parent] : [];
  });
}
