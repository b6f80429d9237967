import type { TSESTree } from '@typescript-eslint/utils';
import { signalsHandedTo } from '../signals/handed-signals.js';
import type { Model } from '../model.js';
import { findRegistration } from '../listeners/registrations.js';
import {
  allNodes,
  calledName,
  constantText,
  memberName,
  outermost,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/**
 * Does the code end an emitter (a stream, a child process, a request) by itself when a signal is aborted: by an `abort`
 * listener in the same function, by handing it to a call that has a signal, or as a part of a pipe, which ends with its
 * source?
 */
export function isEndedBySignal(model: Model, call: TSESTree.CallExpression, within: FunctionNode): boolean {
  return (
    [outermost(call), ...usesOfResult(model, call)].some(
      (use) => isPiped(use) || isGivenToCancellable(model, use),
    ) ||
    allNodes(within, model.sourceCode.visitorKeys).some((node) => findRegistration(model, node) !== undefined)
  );
}

const pipes = new Set(['pipe', 'pipeTo', 'pipeThrough', 'toWeb', 'compose']);

function isPiped(use: TSESTree.Node): boolean {
  const { parent } = use;
  return parent?.type === 'CallExpression' && parent.callee !== use && pipes.has(calledName(parent) ?? '');
}

/**
 * Emitters report an abort by their `error` event, and end the process where nobody listens. A loop over a stream
 * listens, and throws.
 */
export function hasErrorListener(model: Model, call: TSESTree.CallExpression): boolean {
  return [outermost(call), ...usesOfResult(model, call)].some((use) => {
    if (use.parent?.type === 'ForOfStatement' && use.parent.await) return true;
    const listening = listeningCall(use);
    return constantText(listening?.arguments[0]) === 'error';
  });
}

function usesOfResult(model: Model, call: TSESTree.CallExpression): TSESTree.Node[] {
  const { parent } = outermost(call);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return [];
  return (findVariable(model, parent.id)?.references ?? []).map(({ identifier }) => outermost(identifier));
}

/** As an argument, an element of one, or a member of one: `createInterface({ input, signal })`. */
function isGivenToCancellable(model: Model, use: TSESTree.Node): boolean {
  const { parent } = use;
  const holder = parent?.type === 'ArrayExpression' || parent?.type === 'Property' ? parent.parent : parent;
  const taker = holder?.type === 'ObjectExpression' ? holder.parent : holder;
  return taker?.type === 'CallExpression' && taker.callee !== use && signalsHandedTo(model, taker).length > 0;
}

/** The call of `on` or `once` on the emitter, also further along a chain of them. */
function listeningCall(use: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent } = use;
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return undefined;
  const callee = outermost(parent);
  const call = callee.parent;
  if (call?.type !== 'CallExpression' || call.callee !== callee) return undefined;
  if (!/^(?:on|once|addListener)$/.test(memberName(parent) ?? '')) return undefined;
  return constantText(call.arguments[0]) === 'error' ? call : listeningCall(outermost(call));
}
