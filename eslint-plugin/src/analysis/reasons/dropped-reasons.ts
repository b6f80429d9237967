import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortErrorName } from '../catalogue/index.js';
import {
  accessPath,
  allNodes,
  calledName,
  constantText,
  enclosingFunction,
  isFunction,
  memberName,
  type FunctionNode,
} from '../code/syntax.js';
import { calledAs } from '../code/enclosing-work.js';
import { findVariable } from '../code/variables.js';
import { registrationsOf } from '../listeners/registrations.js';
import type { Model } from '../model.js';
import type { Signal } from '../signals/signals.js';
import { findAbortBranch } from './abort-branches.js';
import { isRejection } from './rejections.js';

/** An abort error that code makes by itself when a received signal is aborted, without a look at the reason. */
export interface DroppedReason {
  signal: Signal;
  /** False in a function that is called when the signal is aborted, and cannot name it. */
  isNamed: boolean;
}

/** @returns undefined where the error is given anything, where a reason is read around it, or where an owner makes it */
export function findDroppedReason(model: Model, made: TSESTree.NewExpression): DroppedReason | undefined {
  if (!isBareAbortError(made) || !isHandedOut(model, made)) return undefined;
  const owner = enclosingFunction(made);
  const direct = findAbortBranch(model, made);
  const signal = direct?.signal ?? (owner && signalOfCallers(model, owner));
  if (!owner || signal?.ownership !== 'received' || readsReason(model, owner)) return undefined;
  return { signal, isNamed: direct !== undefined };
}

/** `new AbortError()`, `new DOMException('Aborted', 'AbortError')`: nothing but a text or two. */
function isBareAbortError({ callee, arguments: given }: TSESTree.NewExpression): boolean {
  const name = accessPath(callee)?.at(-1) ?? '';
  if (!given.every(({ type }) => type === 'Literal' || type === 'TemplateLiteral')) return false;
  const [, second] = given;
  if (name === 'DOMException') return constantText(second) === 'AbortError';
  return isAbortErrorName(name);
}

/** Is it thrown, or given to what rejects or reports: `reject(error)`, `onError(error)`? */
function isHandedOut(model: Model, made: TSESTree.NewExpression): boolean {
  const { parent } = made;
  if (parent.type === 'ThrowStatement') return true;
  if (parent.type !== 'CallExpression' || parent.callee === made) return false;
  return isRejection(model, parent) || /error|reject|fail|destroy/i.test(calledName(parent) ?? '');
}

/** The signal that is aborted wherever a function of the file is called. */
function signalOfCallers(model: Model, owner: FunctionNode): Signal | undefined {
  const name = calledAs(owner);
  const uses = (name && findVariable(model, name)?.references) ?? [];
  const calls = uses.filter(({ init }) => init !== true).map(({ identifier }) => identifier.parent);
  const signals = calls.map((call) => findAbortBranch(model, call)?.signal);
  const isAlways = calls.every(
    (call, index) => call.type === 'CallExpression' && (signals[index] ?? isInKeptListener(model, call)),
  );
  return isAlways ? signals.find((signal) => signal !== undefined) : undefined;
}

/** `self.listener = () => { abort(self); }; addAbortListener(signal, self.listener)` */
function isInKeptListener(model: Model, call: TSESTree.Node): boolean {
  const listener = enclosingFunction(call);
  const { parent } = listener ?? {};
  if (parent?.type !== 'AssignmentExpression' || !isFunction(parent.right)) return false;
  const place = model.sourceCode.getText(parent.left);
  return registrationsOf(model).some(({ listener: kept }) => model.sourceCode.getText(kept) === place);
}

function readsReason(model: Model, owner: FunctionNode): boolean {
  return allNodes(owner, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'MemberExpression' && memberName(node) === 'reason',
  );
}
