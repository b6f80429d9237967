import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  isFunction,
  outermost,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { findUnforwardedSignals } from '../forwarding/unforwarded-signals.js';
import { isLoop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';
import { patternNames } from '../retries/retries.js';
import { findUncheckedLoop } from './unchecked-loops.js';
import { findUnobservedWait } from './unobserved-waits.js';
import { holdersOf, isApart, isDeafCall, isInTry, looksAtSignal } from './waiting-code.js';

/** An await during which an abort goes unseen, and what the code does next all the same. */
export interface UncheckedAwait {
  node: TSESTree.AwaitExpression;
  signal: AvailableSignal;
  effect: { kind: 'write' | 'yield' | 'step'; node: TSESTree.Node };
  /** The statement after which a check can stand and throw to the function's caller; undefined where there is none. */
  statement: TSESTree.Statement | undefined;
}

/** @returns what goes on after an await; undefined where the signal is looked at before, or may be */
export function findUncheckedAwait(model: Model, node: TSESTree.AwaitExpression): UncheckedAwait | undefined {
  const statement = statementOf(node);
  if (statement?.parent.type !== 'BlockStatement' || node.argument.type === 'Identifier') return undefined;
  const signal = findAvailableSignal(model, node);
  if (signal?.ownership !== 'received') return undefined;
  if (isApart(model, node, holdersOf(signal.path))) return undefined;
  const call = unwrapped(node.argument);
  if (call.type !== 'CallExpression' || !isDeafCall(model, call, signal.path)) return undefined;
  if (isInUncheckedLoop(model, node)) return undefined;
  const effect = findEffect(model, statement, { node, signal: signal.path });
  if (!effect || findUnforwardedSignals(model, [call]).length > 0) return undefined;
  if (findUnobservedWait(model, call)) return undefined;
  const isBehind = effect.node.range[0] >= statement.range[1] && !isInTry(node);
  return { node, signal, effect, statement: isBehind ? statement : undefined };
}

interface Way {
  node: TSESTree.AwaitExpression;
  /** The names that lead to the signal. */
  signal: readonly string[];
}

/** What an abort should have kept from happening, in the statement of the await or in those that follow in its block. */
function findEffect(
  model: Model,
  statement: TSESTree.Statement,
  way: Way,
): UncheckedAwait['effect'] | undefined {
  if (looksAtSignal(model, statement, holdersOf(way.signal))) return undefined;
  const own = ownEffect(statement, way);
  if (own) return { kind: 'write', node: own };
  const block = statement.parent;
  if (block.type !== 'BlockStatement') return undefined;
  for (const next of block.body.slice(block.body.indexOf(statement) + 1)) {
    if (looksAtSignal(model, next, holdersOf(way.signal))) return undefined;
    const effect = effectIn(model, next, way);
    if (effect) return effect;
    if (/^(?:Return|Throw|Break|Continue)Statement$/.test(next.type)) return undefined;
  }
  return undefined;
}

/** `this.state = await load();` */
function ownEffect(statement: TSESTree.Statement, way: Way): TSESTree.Node | undefined {
  const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  const isWritten = expression?.type === 'AssignmentExpression' && unwrapped(expression.right) === way.node;
  return isWritten && isState(expression.left) ? expression.left : undefined;
}

const stepName =
  /^_?(?:write|save|send|post|put|delete|update|insert|commit|publish|upload|remove|store|deploy)(?![a-z])/;

function effectIn(
  model: Model,
  statement: TSESTree.Statement,
  way: Way,
): UncheckedAwait['effect'] | undefined {
  for (const node of ownLevelNodes(statement, model.sourceCode.visitorKeys)) {
    if (node.type === 'YieldExpression') return { kind: 'yield', node };
    if (node.type === 'AssignmentExpression' && isState(node.left) && usesResult(model, node.right, way))
      return { kind: 'write', node: node.left };
    if (node.type !== 'AwaitExpression') continue;
    const call = unwrapped(node.argument);
    if (call.type !== 'CallExpression' || !isDeafCall(model, call, way.signal)) return undefined;
    if (stepName.test(calledName(call) ?? '')) return { kind: 'step', node };
  }
  return undefined;
}

function isState(target: TSESTree.Node): boolean {
  const inner = unwrapped(target);
  return inner.type === 'MemberExpression' && accessPath(inner)?.[0] === 'this';
}

/** Does an expression use what the await gave? */
function usesResult(model: Model, value: TSESTree.Node, { node }: Way): boolean {
  const { parent } = outermost(node);
  if (parent?.type !== 'VariableDeclarator') return false;
  const names = patternNames(parent.id);
  return allNodes(value, model.sourceCode.visitorKeys).some(
    (each) => each.type === 'Identifier' && names.includes(each.name),
  );
}

/** The loop is the defect then. */
function isInUncheckedLoop(model: Model, node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    if (isLoop(outer) && findUncheckedLoop(model, outer)) return true;
  }
  return false;
}

function statementOf(node: TSESTree.Node): TSESTree.Statement | undefined {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'BlockStatement') return inner as TSESTree.Statement;
    if (isFunction(outer)) return undefined;
  }
  return undefined;
}
