import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { findSignal, isSignalName } from '../signals/signals.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  outermost,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** How a piece of code deals with signals. */
export interface SignalLooks {
  /** Reads of `signal.aborted`, `signal.reason` and calls of `throwIfAborted`, in source order. */
  reads: TSESTree.MemberExpression[];
  /** Does it do more with a signal, or with an options object that may hold one, such as listening or handing it on? */
  isHandled: boolean;
}

const looking = new Set(['aborted', 'reason', 'throwIfAborted']);

/**
 * Looks for signals in a piece of code, nested functions included.
 *
 * @param holders names of variables that hold a signal or an object with one
 */
export function findSignalLooks(
  model: Model,
  root: TSESTree.Node,
  holders: ReadonlySet<string>,
): SignalLooks {
  const reads: TSESTree.MemberExpression[] = [];
  let isHandled = false;
  for (const node of allNodes(root, model.sourceCode.visitorKeys)) {
    if (node.type === 'CallExpression' && /abort|cancel/i.test(calledName(node) ?? '')) {
      isHandled ||= calledName(node) !== 'throwIfAborted';
    }
    if (!isSignalAt(model, node, holders)) continue;
    const member = memberOf(node);
    if (member && looking.has(memberName(member) ?? '')) reads.push(member);
    else isHandled ||= !isAlias(node) && !isOtherMember(member) && !isComparedWithNothing(node);
  }
  return { reads, isHandled };
}

/** A signal, or the whole of an object that may hold one: `options`, but not `options.retries`. */
function isSignalAt(model: Model, node: TSESTree.Node, holders: ReadonlySet<string>): boolean {
  if (node.type === 'Identifier') {
    if (isPropertyName(node)) return false;
    return holders.has(node.name) || isSignalName(node.name);
  }
  if (node.type !== 'MemberExpression') return false;
  return (
    isSignalName(memberName(node) ?? '') ||
    (accessPath(node) !== undefined && Boolean(findSignal(model, node)))
  );
}

/** The name of a member or property, or of a variable where it is declared, is no use of it. */
function isPropertyName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.shorthand;
    case 'VariableDeclarator':
      return parent.id === node;
    default:
      return false;
  }
}

/** `.name` of a signal or of an object that holds one. */
function memberOf(node: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const access = outermost(node);
  const { parent } = access;
  return parent?.type === 'MemberExpression' && parent.object === access ? parent : undefined;
}

/** Another member of an options object; whether that one is a signal is asked by itself. */
function isOtherMember(member: TSESTree.MemberExpression | undefined): boolean {
  const name = member && memberName(member);
  return name !== undefined && name !== 'onabort' && !name.endsWith('EventListener');
}

/** `signal === null || signal === void 0 ? void 0 : ...`, as compilers write `signal?.`. */
function isComparedWithNothing(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  const { right } = parent;
  return (
    (right.type === 'Literal' && right.value === null) ||
    (right.type === 'UnaryExpression' && right.operator === 'void') ||
    (right.type === 'Identifier' && right.name === 'undefined')
  );
}

/** `const signal = options.signal`: what is done with the alias counts. */
function isAlias(node: TSESTree.Node): boolean {
  const access = outermost(node);
  return access.parent?.type === 'VariableDeclarator' && access.parent.init === access;
}

const repeating = /^(?:setInterval|on|addListener|addEventListener|subscribe|watch|forEach|map|on[A-Z]\w*)$/;

/** Does the code come to this node again and again, so that it polls what it reads there? */
export function isPolled(model: Model, node: TSESTree.Node, within: FunctionNode): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer === within) return false;
    if (/^(?:While|DoWhile|For|ForOf|ForIn)Statement$/.test(outer.type)) return true;
    if (isFunction(outer) && isCalledRepeatedly(model, outer)) return true;
  }
  return false;
}

function isCalledRepeatedly(model: Model, closure: FunctionNode): boolean {
  const { parent } = outermost(closure);
  if (parent?.type === 'CallExpression') return repeating.test(calledName(parent) ?? '');
  const name =
    closure.id ??
    (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined);
  return (
    name !== undefined &&
    (findVariable(model, name)?.references ?? []).some(
      ({ identifier }) =>
        (isInside(identifier, closure) && enclosingFunction(identifier) !== undefined) ||
        (identifier.parent.type === 'CallExpression' &&
          identifier.parent.callee !== identifier &&
          repeating.test(calledName(identifier.parent) ?? '')),
    )
  );
}
