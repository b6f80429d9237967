import type { TSESTree } from '@typescript-eslint/utils';
import { errorTestsIn, type ErrorTest } from './error-tests.js';
import { abortFamilyOf, type AbortFamily } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { operationsIn, type Operation } from '../operations/operations.js';
import { originsOf } from '../signals/origins.js';
import { signalFactory } from '../signals/signal-factories.js';
import type { Signal } from '../signals/signals.js';
import { calledName, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** A test of a caught error that no abort passes there. */
export interface ImpossibleTest extends ErrorTest {
  family: AbortFamily;
  signal: Signal;
}

/**
 * Finds a test for an abort that cannot hold, because what is awaited in the `try` throws something else: a TimeoutError
 * from `fetch` under `AbortSignal.timeout` (F1), Node's own AbortError, which is no DOMException, from Node's promises (F2).
 *
 * @returns undefined where anything else is awaited, where the handler knows the abort by another test, and where the signal
 *   of a `fetch` may be aborted for other reasons than a timeout
 */
export function findImpossibleTest(model: Model, clause: TSESTree.CatchClause): ImpossibleTest | undefined {
  if (clause.param?.type !== 'Identifier') return undefined;
  const operations = operationsIn(model, clause.parent.block);
  const family = familyOf(model, clause.parent.block, operations);
  const signals = operations.flatMap((operation) => operation.signals);
  const [signal] = signals;
  if (!family || !signal) return undefined;
  if (family === 'web' && !signals.every((each) => isTimeout(model, each))) return undefined;
  const tests = errorTestsIn(model, clause.body, clause.param.name);
  const wrong = tests?.filter((test) => isImpossible(test, family)) ?? [];
  const [first] = wrong;
  const others = tests?.filter((test) => !wrong.includes(test)) ?? [];
  const isKnownOtherwise = others.some(
    (test) => recognises(test, family) && !wrong.some((each) => isConjoined(test, each)),
  );
  return first && !isKnownOtherwise ? { ...first, family, signal } : undefined;
}

/** The one family that everything which is awaited in a block belongs to. */
function familyOf(
  model: Model,
  block: TSESTree.BlockStatement,
  operations: readonly Operation[],
): AbortFamily | undefined {
  const calls = operations.map(({ call }) => call);
  for (const node of ownLevelNodes(block, model.sourceCode.visitorKeys)) {
    if (node.type === 'YieldExpression') return undefined;
    const isLoop = node.type === 'ForOfStatement' && node.await;
    const awaited = node.type === 'AwaitExpression' ? node.argument : isLoop ? node.right : undefined;
    if (awaited && !calls.some((call) => call === unwrapped(awaited))) return undefined;
  }
  const families = new Set(calls.map((call) => familyOfCall(model, call)));
  const [only] = families;
  return families.size === 1 ? only : undefined;
}

const bodyMethods = new Set(['json', 'text', 'arrayBuffer', 'blob', 'bytes', 'formData']);

function familyOfCall(model: Model, call: TSESTree.CallExpression): AbortFamily | undefined {
  const api = findApi(model, call);
  if (api) return abortFamilyOf(api);
  return bodyMethods.has(calledName(call) ?? '') ? 'web' : undefined;
}

function isTimeout(model: Model, { node, member }: Signal): boolean {
  const origins = originsOf(model, node, member === undefined ? [] : [member]);
  return origins.every((origin) => origin.kind === 'call' && signalFactory(origin.node) === 'timeout');
}

function isImpossible({ kind, value }: ErrorTest, family: AbortFamily): boolean {
  if (kind === 'DOMException') return family === 'node';
  if (family === 'web') return value === 'AbortError' || value === 20 || value === 'ABORT_ERR';
  return value === 'TimeoutError' || (kind === 'code' && (value === 20 || value === 23));
}

/** Does an abort pass the test by itself? */
function recognises({ kind, value, node }: ErrorTest, family: AbortFamily): boolean {
  if (family === 'node') return value === 'AbortError' || value === 'ABORT_ERR';
  if (kind === 'DOMException')
    return node.parent.type !== 'LogicalExpression' || node.parent.operator !== '&&';
  return value === 'TimeoutError' || value === 23;
}

/** Do both tests have to hold: `a && b`, or `!a || !b`? */
function isConjoined(left: ErrorTest, right: ErrorTest): boolean {
  const outer = (test: ErrorTest): TSESTree.Node => {
    const { parent } = test.node;
    return parent.type === 'UnaryExpression' ? parent.parent : parent;
  };
  const condition = outer(left);
  return (
    condition === outer(right) &&
    condition.type === 'LogicalExpression' &&
    condition.operator === (isNegated(right) ? '||' : '&&')
  );
}

function isNegated({ node }: ErrorTest): boolean {
  return (
    node.parent.type === 'UnaryExpression' ||
    (node.type === 'BinaryExpression' && node.operator.startsWith('!'))
  );
}

/** `error instanceof AbortError` where nothing of that name exists: there is no such global (F2). */
export function isMissingClass(model: Model, node: TSESTree.BinaryExpression): boolean {
  const { operator, right } = node;
  if (operator !== 'instanceof' || right.type !== 'Identifier') return false;
  return /^(?:Abort|Timeout)Error$/.test(right.name) && findVariable(model, right) === undefined;
}
