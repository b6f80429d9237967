import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { calledName, isFunction, memberName, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/**
 * Is this controller aborted by an `abort` listener on another signal that passes the test? Its own signal is
 * then that other signal's continuation.
 */
export function isRelayed(
  model: Model,
  controller: TSESTree.NewExpression,
  isSource: (signal: TSESTree.Node) => boolean,
): boolean {
  const declarator = controller.parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const variable = findVariable(model, declarator.id);
  return (variable?.references ?? []).some((reference) => {
    const member = reference.identifier.parent;
    if (member.type !== 'MemberExpression' || memberName(member) !== 'abort') return false;
    const listened = findListenedSignal(model, member);
    return listened !== undefined && isSource(listened);
  });
}

/** The `s` of `s.addEventListener('abort', ...)` where the node stands in, or is, the listener. */
function findListenedSignal(model: Model, node: TSESTree.Node): TSESTree.Node | undefined {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'CallExpression' && outer.arguments.includes(inner as TSESTree.Expression)) {
      const found = listenerTarget(outer);
      if (found) return found;
    }
    if (isFunction(outer)) {
      const named = outer.type === 'FunctionDeclaration' ? outer.id : nameOf(outer);
      if (named) return targetOfNamedListener(model, named);
    }
  }
  return undefined;
}

function nameOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  const { parent } = node;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

function targetOfNamedListener(model: Model, name: TSESTree.Identifier): TSESTree.Node | undefined {
  for (const { identifier } of findVariable(model, name)?.references ?? []) {
    const call = identifier.parent;
    const target =
      call.type === 'CallExpression' && call.arguments[1] === identifier ? listenerTarget(call) : undefined;
    if (target) return target;
  }
  return undefined;
}

/** @returns the target of `target.addEventListener('abort', ...)` */
export function listenerTarget(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const [event] = call.arguments;
  const callee = unwrapped(call.callee);
  if (calledName(call) !== 'addEventListener' || callee.type !== 'MemberExpression') return undefined;
  return event?.type === 'Literal' && event.value === 'abort' ? callee.object : undefined;
}
