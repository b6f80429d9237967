import type { TSESTree } from '@typescript-eslint/utils';
import { isReachedByAbort } from './abort-reach.js';
import { isCleanupName } from '../catalogue/index.js';
import {
  cleanupRegionsOf,
  findAbortedCatch,
  findListenedSignal,
  isInCleanup,
  type CleanupRegion,
} from './cleanup.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { isDelayName } from '../operations/undo-work.js';
import { workSignalsOf } from '../operations/operations.js';
import { isRejection } from '../reasons/rejections.js';
import { findSignal, findTestedSignal, type Signal } from '../signals/signals.js';
import { allNodes, ancestorsOf, calledName, isFunction, isInside, memberName } from '../code/syntax.js';

/** A call in cleanup that cannot do its work, because it is handed a signal that may be aborted by then. */
export interface SpentSignal {
  call: TSESTree.CallExpression;
  signal: Signal;
  /** `check` for `signal.throwIfAborted()`, which throws in the cleanup itself. */
  use: 'handed' | 'check';
}

/** @returns what a call in cleanup does with a signal of the work that is being cleaned up after */
export function findSpentSignal(model: Model, call: TSESTree.CallExpression): SpentSignal | undefined {
  if (!isPartOfCleanup(model, call)) return undefined;
  const checked = findTestedSignal(model, call);
  const signals = checked ? [checked] : handedSignals(model, call);
  const signal = signals.find((each) => isSpentAt(model, call, each, checked !== undefined));
  return signal && { call, signal, use: checked ? 'check' : 'handed' };
}

/** Cheap, and false for most calls. */
function isPartOfCleanup(model: Model, call: TSESTree.CallExpression): boolean {
  return isInCleanup(model, call) || isCleanupName(calledName(call) ?? '');
}

/** Functions that make an error of an aborted signal only read it. */
const readerName = /abort|cancel|reason|error/i;

/** `delayWithoutThrow` */
const unfailingName = /(?:WithoutThrow(?:ing)?|NoThrow)$/;

/** A wait with nothing behind it cleans nothing up: whoever aborts wants it to end. */
function isLastWait(model: Model, call: TSESTree.CallExpression): boolean {
  if (findApi(model, call)?.role !== 'delay' && !isDelayName(calledName(call) ?? '')) return false;
  const statement = [...ancestorsOf(call)].find(({ type }) => type.endsWith('Statement'));
  const block = statement?.parent;
  return block?.type === 'BlockStatement' && block.body.at(-1) === statement;
}

/** `try { await stream.close({ signal }); } catch (error) { stream.abort(error); }`: where the gentle end fails, there is another one. */
function hasFallback(model: Model, call: TSESTree.CallExpression): boolean {
  let inner: TSESTree.Node = call;
  for (const outer of ancestorsOf(call)) {
    if (isFunction(outer)) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) {
      return allNodes(outer.handler.body, model.sourceCode.visitorKeys).some(
        (node) => node.type === 'CallExpression' && endsForGood(node),
      );
    }
    inner = outer;
  }
  return false;
}

function endsForGood(call: TSESTree.CallExpression): boolean {
  const name = calledName(call) ?? '';
  return isCleanupName(name) || name === 'abort';
}

/** The signals that the call itself is given or looks at; the body of a response is read under one that stands elsewhere. */
function handedSignals(model: Model, call: TSESTree.CallExpression): Signal[] {
  const name = calledName(call) ?? '';
  if (readerName.test(name) || unfailingName.test(name) || isRejection(model, call)) return [];
  if (isLastWait(model, call) || hasFallback(model, call)) return [];
  const tested = findTestedSignal(model, call);
  if (tested) return [tested];
  const handed = workSignalsOf(model, call) ?? [];
  if (handed.every(({ member }) => member === undefined)) return handed;
  // A function that waits for nothing is given a context for something else in it.
  return model.types.returnPromises([call])[0] === 'no' ? [] : handed;
}

function isSpentAt(model: Model, call: TSESTree.CallExpression, signal: Signal, isCheck: boolean): boolean {
  for (const region of cleanupRegionsOf(model, call)) {
    if (isCheck && !region.kind.startsWith('finally')) continue;
    if (isSpentIn(model, region, call, signal)) return isReachedByAbort(model, call, region.node);
  }
  if (isCheck || !isCleanupName(calledName(call) ?? '')) return false;
  const aborted = findAbortedCatch(model, call);
  return (
    aborted !== undefined &&
    aborted.operations.some(({ signals }) => signals.some((each) => isSame(each, signal))) &&
    isReachedByAbort(model, call, aborted.clause.body)
  );
}

function isSpentIn(
  model: Model,
  { kind, node: region }: CleanupRegion,
  call: TSESTree.CallExpression,
  signal: Signal,
): boolean {
  switch (kind) {
    case 'abort-listener': {
      const listened = findListenedSignal(model, region);
      const source = listened && findSignal(model, listened);
      return source !== undefined && isSame(source, signal);
    }
    case 'process-signal':
      return isAbortedBefore(model, signal, region, call);
    default:
      return !isMadeIn(signal, region) && (signal.ownership === 'received' || isAbortable(model, signal));
  }
}

function isSame(left: Signal, right: Signal): boolean {
  return left.identity !== undefined && left.identity === right.identity;
}

/** A signal that the cleanup makes for itself is fresh. */
function isMadeIn({ source }: Signal, region: TSESTree.Node): boolean {
  return source !== undefined && isInside(source, region);
}

/** May a signal that the code made for itself be aborted: by its timeout, or by a call of its controller? */
function isAbortable(model: Model, { ownership, source }: Signal): boolean {
  if (ownership !== 'owned' || !source) return false;
  return source.type === 'CallExpression' || abortsOf(model, source).length > 0;
}

function isAbortedBefore(
  model: Model,
  { source }: Signal,
  region: TSESTree.Node,
  call: TSESTree.CallExpression,
): boolean {
  const aborts = source ? abortsOf(model, source) : [];
  return aborts.some((abort) => isInside(abort, region) && abort.range[1] <= call.range[0]);
}

/** The places that read `abort` of the controller: of its variable, or of any member in the class whose field it is. */
function abortsOf({ sourceCode }: Model, controller: TSESTree.Node): TSESTree.Node[] {
  const { parent } = controller;
  const readers =
    parent?.type === 'VariableDeclarator'
      ? sourceCode
          .getDeclaredVariables(parent)
          .flatMap(({ references }) => references)
          .map(({ identifier }) => identifier.parent)
      : parent?.type === 'PropertyDefinition'
        ? allNodes(parent.parent, sourceCode.visitorKeys)
        : [];
  return readers.filter((node) => node.type === 'MemberExpression' && memberName(node) === 'abort');
}
