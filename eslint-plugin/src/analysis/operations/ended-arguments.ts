import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanupName } from '../catalogue/index.js';
import { findFunction } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  calledName,
  isInside,
  rootName,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import { registrationsOf } from '../listeners/registrations.js';
import type { Model } from '../model.js';

/**
 * Does an `abort` listener of the same work end what a call is made on or is given: `call.cancel()`, `stream.destroy()`? The
 * call then ends with it.
 *
 * @param functions the functions whose work the call is a part of
 */
export function isGivenWhatEnds(
  model: Model,
  call: TSESTree.CallExpression,
  functions: readonly FunctionNode[],
): boolean {
  const within = functions.at(-1);
  const callee = unwrapped(call.callee);
  const parts = callee.type === 'MemberExpression' ? [callee.object, ...call.arguments] : call.arguments;
  return registrationsOf(model).some(({ node, listener }) => {
    const body =
      within && isInside(node, within) ? findFunction(model, constantValue(model, listener)) : undefined;
    if (!body) return false;
    const ended = endedIn(model, body);
    return parts.some((part) => ended.some((each) => isSame(model, each, part)));
  });
}

const endingName = /^(?:abort|cancel|return)(?![a-z])/;

/** What a function closes, cancels or destroys by a method. */
function endedIn({ sourceCode }: Model, body: FunctionNode): TSESTree.Node[] {
  return allNodes(body.body, sourceCode.visitorKeys).flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const callee = unwrapped(node.callee);
    const name = calledName(node) ?? '';
    return callee.type === 'MemberExpression' && (isCleanupName(name) || endingName.test(name))
      ? [callee.object]
      : [];
  });
}

function isSame(model: Model, left: TSESTree.Node, right: TSESTree.Node): boolean {
  const path = accessPath(left);
  if (!path || path.join('.') !== accessPath(right)?.join('.')) return false;
  const [one, other] = [rootName(left), rootName(right)];
  return one && other ? findVariable(model, one) === findVariable(model, other) : path[0] === 'this';
}
