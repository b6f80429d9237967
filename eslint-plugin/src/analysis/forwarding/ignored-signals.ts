import type { TSESTree } from '@typescript-eslint/utils';
import { findDroppedWork } from './dropped-work.js';
import { findUnforwardedSignals } from './unforwarded-signals.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { isPrivateMember } from '../code/known-callers.js';
import type { Model } from '../model.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { findIgnoredParameter } from '../signals/ignored-parameters.js';
import {
  allNodes,
  enclosingClass,
  isFunction,
  isInside,
  isNewPromise,
  type FunctionNode,
} from '../code/syntax.js';
import { findHandMadePromise } from '../waits/hand-made-promises.js';
import { findUnobservedPromise } from '../waits/unobserved-promises.js';

/** A signal that a function accepts and never reads. */
export interface IgnoredSignal {
  /** The name that is never read. */
  node: TSESTree.Identifier;
  /** The signal as callers know it: `signal`, `options.signal`. */
  text: string;
  /** The call that could be given the signal, where its name says that it is left out on purpose. */
  call?: TSESTree.CallExpression;
}

/**
 * @param node a function with a body
 * @returns the signal that it ignores although there is something to cancel; undefined where another rule speaks of it
 */
export function findIgnoredSignal(model: Model, node: FunctionNode): IgnoredSignal | undefined {
  const ignored = findIgnoredParameter(model, node);
  if (!ignored) return undefined;
  const calls = callsOf(model, node);
  // Another signal in its place is what no-replaced-signal and no-wrong-signal speak of.
  if (calls.some((call) => signalsHandedTo(model, call).length > 0)) return undefined;
  const { name, text } = ignored;
  if (ignored.isMarked) {
    const call = findDroppedWork(model, calls);
    return call && { node: name, text, call };
  }
  if (isBound(node) || !waits(model, node)) return undefined;
  const isSaidElsewhere = findUnforwardedSignals(model, calls).length > 0 || isUnobserved(model, node, name);
  return isSaidElsewhere ? undefined : { node: name, text };
}

/** Does no-unobserved-signal name the promise that should end with the signal? */
function isUnobserved(model: Model, node: FunctionNode, name: TSESTree.Identifier): boolean {
  return allNodes(node.body, model.sourceCode.visitorKeys).some((each) => {
    const promise = each.type === 'NewExpression' ? findHandMadePromise(each) : undefined;
    const found = promise && findUnobservedPromise(model, promise);
    return found !== undefined && isInside(found.signal.source, name);
  });
}

function callsOf(model: Model, node: FunctionNode): TSESTree.CallExpression[] {
  return allNodes(node.body, model.sourceCode.visitorKeys)
    .filter((each) => each.type === 'CallExpression')
    .filter((call) => functionsWorkingAt(model, call).includes(node));
}

/** Does something else say what the function takes: a base class, an interface, the place that it is handed to? */
function isBound(node: FunctionNode): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const owner = enclosingClass(parent);
      return (
        !isPrivateMember(parent) &&
        ((owner?.superClass ?? null) !== null || (owner?.implements ?? []).length > 0)
      );
    }
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier' || parent.id.typeAnnotation !== undefined;
    case 'ExportDefaultDeclaration':
      return false;
    default:
      return node.type !== 'FunctionDeclaration';
  }
}

/** Is there something in the function that takes its time? */
function waits(model: Model, node: FunctionNode): boolean {
  for (const each of allNodes(node.body, model.sourceCode.visitorKeys)) {
    const isWait =
      each.type === 'AwaitExpression' ||
      (each.type === 'ForOfStatement' && each.await) ||
      isNewPromise(each) ||
      (node.async && each.type === 'ReturnStatement' && each.argument?.type === 'CallExpression');
    if (isWait && functionsWorkingAt(model, each).includes(node)) return true;
  }
  return node.async && !isFunction(node.body) && node.body.type === 'CallExpression';
}
