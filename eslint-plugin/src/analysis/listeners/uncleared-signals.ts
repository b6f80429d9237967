import type { TSESTree } from '@typescript-eslint/utils';
import { findClearableSignal } from '../catalogue/index.js';
import {
  accessPath,
  calledName,
  enclosingFunction,
  isInside,
  memberName,
  outermost,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { referenceOf } from '../operations/api-calls.js';
import { isInTest } from '../operations/test-callbacks.js';
import { originsOf } from '../signals/origins.js';
import { isSignalName } from '../signals/signals.js';
import { isClearedOnSuccessOnly } from '../timers/timers.js';
import { placesHanded } from '../code/handed-places.js';

/** A signal made of others that live longer, whose listeners on them nobody takes off. */
export interface UnclearedSignal {
  /** What it is kept in. */
  name: string;
  statement: TSESTree.VariableDeclaration;
  /** The call that clears it, or would: `signal.clear()`. */
  clear: string;
  /** Is it cleared where the work succeeds, and only there? */
  isClearedOnSuccess: boolean;
}

/** @returns the signal that a call makes for its function alone, where nothing clears it and nobody else gets hold of it */
export function findUnclearedSignal(
  model: Model,
  call: TSESTree.CallExpression,
): UnclearedSignal | undefined {
  const { parent } = outermost(call);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const reference = referenceOf(model, call);
  const clearable = reference && findClearableSignal(reference.module, reference.path);
  if (!clearable || isInTest(call) || !isMadeOfForeign(model, call)) return undefined;
  const uses = (findVariable(model, parent.id)?.references ?? []).filter(({ init }) => init !== true);
  const clears = uses.map(({ identifier }) => findClear(identifier, clearable.clear));
  if (!uses.every(({ identifier }, index) => clears[index] ?? isHarmless(model, identifier, clearable.clear)))
    return undefined;
  const found = clears.filter((each) => each !== undefined);
  const isCleared = found.length > 0;
  if (isCleared && !isClearedOnSuccessOnly(model, call, found)) return undefined;
  const { name } = parent.id;
  const maker = accessPath(call.callee)?.slice(0, -1).join('.');
  const clear = clearable.clearedBy === 'signal' ? `${name}.clear()` : `${maker}.${clearable.clear}(${name})`;
  return { name, statement: parent.parent, clear, isClearedOnSuccess: isCleared };
}

/** Is one of the signals that it is made of none that was made in the same function? */
function isMadeOfForeign(model: Model, call: TSESTree.CallExpression): boolean {
  const level = enclosingFunction(call);
  return call.arguments
    .flatMap((each) => signalsOf(model, each))
    .some((signal) =>
      originsOf(model, signal).some((origin) => {
        if (origin.kind === 'parameter') return true;
        if (origin.kind !== 'new' && origin.kind !== 'call') return false;
        return level !== undefined && !isInside(origin.node, level);
      }),
    );
}

/** `[one, other]`, `{ signal }` */
function signalsOf(model: Model, argument: TSESTree.Node): TSESTree.Node[] {
  const given = constantValue(model, argument);
  if (given.type === 'ArrayExpression') return given.elements.filter((each) => each !== null);
  if (given.type !== 'ObjectExpression') return [];
  return given.properties.flatMap((each) =>
    each.type === 'Property' && memberName(each) === 'signal' ? [each.value] : [],
  );
}

/** `signal.clear()`, `anySignal.clear(signal)` */
function findClear(use: TSESTree.Node, clear: string): TSESTree.CallExpression | undefined {
  const { parent } = outermost(use);
  const call = parent?.type === 'MemberExpression' ? outermost(parent).parent : parent;
  return call?.type === 'CallExpression' && calledName(call) === clear ? call : undefined;
}

/** Is the signal only looked at, or handed to a call as its signal? Whatever else is done with it may clear it. */
function isHarmless(model: Model, use: TSESTree.Node, clear: string): boolean {
  const { parent } = outermost(use);
  if (parent?.type === 'MemberExpression') {
    const name = memberName(parent);
    return parent.object === use && name !== undefined && name !== clear;
  }
  if (parent?.type === 'CallExpression') return calledName(parent) === 'setMaxListeners';
  if (parent?.type !== 'Property' || !isSignalName(memberName(parent) ?? '')) return false;
  return placesHanded(model, use).some(({ call }) => call.type === 'CallExpression');
}
