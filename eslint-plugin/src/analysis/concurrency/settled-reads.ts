import type { TSESTree } from '@typescript-eslint/utils';
import { functionGiving } from '../code/only-values.js';
import {
  allNodes,
  calledName,
  chainedCall,
  constantText,
  endsByLeaving,
  isFunction,
  memberName,
  outermost,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

/**
 * What a function reads of settled results.
 *
 * @param results the awaited results
 * @param within the function that has them
 * @returns undefined where it reads why something was rejected, or hands the results on
 */
export function readsOf(
  model: Model,
  results: TSESTree.Node,
  within: TSESTree.Node,
): 'fulfilled' | 'counted' | undefined {
  const uses = usesOf(model, results);
  if (uses.length === 0 || !uses.every((use) => isReadHere(use))) return undefined;
  const nodes = allNodes(within, model.sourceCode.visitorKeys);
  if (nodes.some((node) => readsReason(node))) return undefined;
  const tests = nodes.map((node) => statusTest(node)).filter((each) => each !== undefined);
  if (tests.length > 0 && tests.every((test) => test === 'fulfilled-only')) return 'fulfilled';
  return tests.includes('rejected-count') && !tests.includes('other') ? 'counted' : undefined;
}

/** The expressions that stand for the results: themselves, or the names of the constant that holds them. */
function usesOf(model: Model, results: TSESTree.Node): TSESTree.Node[] {
  const { parent } = results;
  if (parent?.type !== 'VariableDeclarator') return [results];
  if (parent.id.type !== 'Identifier') return [];
  return (findVariable(model, parent.id)?.references ?? [])
    .filter(({ init }) => init !== true)
    .map(({ identifier }) => outermost(identifier));
}

const iterations = new Set(['filter', 'flatMap', 'forEach']);

/** Iterated over by code that stands here, or only counted as a whole. */
function isReadHere(use: TSESTree.Node): boolean {
  if (use.parent?.type === 'MemberExpression' && memberName(use.parent) === 'length') return true;
  if (use.parent?.type === 'ForOfStatement') return use.parent.right === use;
  const call = chainedCall(use);
  return call !== undefined && iterations.has(calledName(call) ?? '') && isFunction(call.arguments[0]);
}

function readsReason(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return memberName(node) === 'reason';
  return node.type === 'Property' && node.parent.type === 'ObjectPattern' && memberName(node) === 'reason';
}

function isStatus(node: TSESTree.Node): boolean {
  const text = constantText(node);
  return text === 'rejected' || text === 'fulfilled';
}

/** What a test of a result's status leads to. */
function statusTest(node: TSESTree.Node): 'fulfilled-only' | 'rejected-count' | 'other' | undefined {
  if (isStatus(node))
    return node.parent?.type === 'BinaryExpression' || node.parent?.type === 'TSLiteralType'
      ? undefined
      : 'other';
  if (node.type !== 'BinaryExpression') return undefined;
  const status = [node.left, node.right].find((side) => isStatus(side));
  if (!status) return undefined;
  const isEqual = node.operator.startsWith('==');
  const isRejected = (constantText(status) === 'rejected') === isEqual;
  if (isForFulfilled(node, isRejected)) return 'fulfilled-only';
  return isRejected && isCounted(node) ? 'rejected-count' : 'other';
}

/** `results.filter((each) => each.status === 'rejected').length`, and nothing else of that filter. */
function isCounted(test: TSESTree.Node): boolean {
  const callback = functionGiving(test);
  const call = callback && outermost(callback).parent;
  if (call?.type !== 'CallExpression' || calledName(call) !== 'filter') return false;
  const member = outermost(call).parent;
  return member?.type === 'MemberExpression' && memberName(member) === 'length';
}

/** Is nothing done for a rejected result: no `else`, no other alternative than an empty list, no count of the others? */
function isForFulfilled(test: TSESTree.Node, isRejected: boolean): boolean {
  const callback = functionGiving(test);
  if (callback) return !isRejected && isFilteredForValues(callback);
  const place = outermost(test).parent;
  switch (place?.type) {
    case 'IfStatement':
      // `if (fulfilled) continue;` goes on with the rejected ones.
      return (
        !isRejected && place.test === test && place.alternate === null && !endsByLeaving(place.consequent)
      );
    case 'ConditionalExpression': {
      const otherwise = isRejected ? place.consequent : place.alternate;
      return place.test === test && otherwise.type === 'ArrayExpression' && otherwise.elements.length === 0;
    }
    default:
      return false;
  }
}

/** `results.filter(isFulfilled).map((each) => each.value)`: the values go on by themselves. */
function isFilteredForValues(callback: TSESTree.Node): boolean {
  const call = outermost(callback).parent;
  if (call?.type !== 'CallExpression' || calledName(call) !== 'filter') return false;
  const next = chainedCall(call);
  return next !== undefined && /^(?:map|flatMap|forEach|reduce)$/.test(calledName(next) ?? '');
}
