import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { findCalledFunction } from '../code/local-functions.js';
import { onlyExpressionOf } from '../code/only-values.js';
import { calledName, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { findUnforwardedSignals } from '../forwarding/unforwarded-signals.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { originsOf } from '../signals/origins.js';
import { findHandMadePromise, findWaits, shortestWait } from './hand-made-promises.js';
import { isPollingStep } from './polling-loops.js';
import { findSignalLooks } from './signal-looks.js';
import { findUnobservedPromise } from './unobserved-promises.js';
import { holdersOf, isApart } from './waiting-code.js';

/** An awaited call of a helper that only waits, and that no signal reaches, although the function around it received one. */
export interface UnobservedWait {
  call: TSESTree.CallExpression;
  signal: AvailableSignal;
  /** How long it waits, where that is known to be in milliseconds. */
  milliseconds: TSESTree.Node | undefined;
}

/** @returns the wait that an abort does not end; undefined where the helper may take the signal, or another rule says so */
export function findUnobservedWait(model: Model, call: TSESTree.CallExpression): UnobservedWait | undefined {
  if (outermost(call).parent?.type !== 'AwaitExpression' || signalsHandedTo(model, call).length > 0)
    return undefined;
  const length = lengthOfOwn(model, call) ?? lengthOfImported(model, call);
  if (!length || isShort(model, length.node)) return undefined;
  const signal = findAvailableSignal(model, call);
  if (signal?.ownership !== 'received' || isApart(model, call, holdersOf(signal.path))) return undefined;
  if (isPollingStep(model, call, length.node) || findUnforwardedSignals(model, [call]).length > 0)
    return undefined;
  return { call, signal, milliseconds: length.isPlain ? length.node : undefined };
}

/** How long a helper waits. */
interface Length {
  node: TSESTree.Node;
  /** True where that is handed to the timer as it is. */
  isPlain: boolean;
}

/** A helper of this file: a promise around a timer, and nothing else. */
function lengthOfOwn(model: Model, call: TSESTree.CallExpression): Length | undefined {
  const helper = findCalledFunction(model, call);
  const delay = helper && timerDelayOf(model, helper);
  if (!delay) return undefined;
  const index = helper.params.findIndex(
    (parameter) =>
      parameter.type === 'Identifier' && delay.type === 'Identifier' && parameter.name === delay.name,
  );
  const given = call.arguments[index];
  return given ? { node: given, isPlain: true } : { node: delay, isPlain: false };
}

const timerDelayOf = memoized((model, helper: FunctionNode): TSESTree.Node | undefined => {
  const only = onlyExpressionOf(helper);
  const made = only && withoutAwait(only);
  const promise = made?.type === 'NewExpression' ? findHandMadePromise(made) : undefined;
  // Where the helper can name the signal itself, the promise is what is reported.
  const waits = promise && !findUnobservedPromise(model, promise) ? findWaits(model, promise) : undefined;
  const [wait] = waits ?? [];
  if (!wait?.resolves || waits?.some(({ kind }) => kind !== 'timer')) return undefined;
  const looks = findSignalLooks(model, helper, new Set());
  return looks.isHandled || looks.reads.length > 0 ? undefined : wait.call?.arguments[1];
});

function withoutAwait(node: TSESTree.Node): TSESTree.Node {
  const inner = unwrapped(node);
  return inner.type === 'AwaitExpression' ? unwrapped(inner.argument) : inner;
}

const importedName = /^(?:sleep|delay|wait|pause)(?:For|Ms|Milliseconds|Seconds)?$/i;
const lengthName =
  /^ms|ms$|millis|second|delay|interval|timeout|time$|wait|back_?off|duration|period|retryAfter/i;

/** A helper of another file that is called for what it does, and given nothing but a length of time. */
function lengthOfImported(model: Model, call: TSESTree.CallExpression): Length | undefined {
  const [length, ...others] = call.arguments;
  if (call.callee.type !== 'Identifier' || !importedName.test(calledName(call) ?? '')) return undefined;
  if (!length || others.length > 0 || !isLength(length) || findApi(model, call)) return undefined;
  const isImported = originsOf(model, call.callee).every(({ kind }) => kind === 'import');
  return isImported ? { node: length, isPlain: false } : undefined;
}

function isLength(node: TSESTree.Node): boolean {
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value === 'number';
    case 'BinaryExpression':
      return /^(?:[-+*/]|\*\*)$/.test(inner.operator);
    case 'CallExpression':
    case 'MemberExpression':
    case 'Identifier':
      return lengthName.test(nameOf(inner));
    default:
      return false;
  }
}

function nameOf(node: TSESTree.CallExpression | TSESTree.MemberExpression | TSESTree.Identifier): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return calledName(node) ?? '';
  return node.property.type === 'Identifier' ? node.property.name : '';
}

function isShort(model: Model, length: TSESTree.Node): boolean {
  const value = constantValue(model, length);
  return value.type === 'Literal' && Number(value.value) <= shortestWait;
}
