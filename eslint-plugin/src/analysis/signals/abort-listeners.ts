import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { calledName, memberName, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** A function that is to run when a target says `abort`, and the expression that stands for it there. */
export interface AbortListening {
  target: TSESTree.Node;
  listener: TSESTree.Node;
}

/**
 * What `target.addEventListener('abort', f)`, `addAbortListener(target, f)` or `target.onabort = f` registers.
 *
 * @returns undefined for other nodes; the target need not be a signal, since requests and readers say `abort` as well
 */
export function findAbortListening(node: TSESTree.Node): AbortListening | undefined {
  if (node.type === 'CallExpression') return listeningByCall(node);
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined;
  const target = unwrapped(node.left);
  if (target.type !== 'MemberExpression' || memberName(target) !== 'onabort') return undefined;
  return { target: target.object, listener: node.right };
}

function listeningByCall(call: TSESTree.CallExpression): AbortListening | undefined {
  const [first, listener] = call.arguments;
  if (!first || !listener) return undefined;
  const name = calledName(call);
  if (name === 'addAbortListener') return { target: first, listener };
  const callee = unwrapped(call.callee);
  if (name !== 'addEventListener' || callee.type !== 'MemberExpression') return undefined;
  return first.type === 'Literal' && first.value === 'abort'
    ? { target: callee.object, listener }
    : undefined;
}

/**
 * The registrations that run a function on abort, whether it stands there itself or by its name.
 *
 * @param isOtherUse says whether a use of the function's name, other than a registration or its removal, stands for
 *   another way to run it
 * @returns nothing for a function that may run for other reasons too
 */
export function listeningsOf(
  model: Model,
  node: FunctionNode,
  isOtherUse: (name: TSESTree.Identifier) => boolean,
): AbortListening[] {
  const direct = registrationOf(node);
  if (direct) return [direct];
  const name = nameOf(node);
  const uses = (name && findVariable(model, name)?.references) ?? [];
  const names = uses
    .filter(({ init }) => init !== true)
    .map(({ identifier }) => identifier as TSESTree.Identifier);
  if (names.some((use) => !registrationOf(use) && !isRemoved(use) && isOtherUse(use))) return [];
  return names.map((use) => registrationOf(use)).filter((found) => found !== undefined);
}

function registrationOf(listener: TSESTree.Node): AbortListening | undefined {
  const { parent } = outermost(listener);
  const found = parent && findAbortListening(parent);
  return found && unwrapped(found.listener) === listener ? found : undefined;
}

function isRemoved({ parent }: TSESTree.Identifier): boolean {
  return parent.type === 'CallExpression' && calledName(parent) === 'removeEventListener';
}

function nameOf(node: FunctionNode): TSESTree.Identifier | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ?? undefined;
  const { parent } = outermost(node);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}
