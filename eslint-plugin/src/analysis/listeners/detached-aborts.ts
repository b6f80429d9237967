import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { calledName, memberName, outermost, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { findProcessListener } from '../process/process-listeners.js';
import { abortListenersOf, boundFunction, type AbortListener } from './abort-listeners.js';
import { isCertainController } from '../controllers/controller-expressions.js';

/** A controller's `abort` that is handed on as a function. */
export interface DetachedAbort {
  /** `controller.abort` or `controller.abort.bind(controller)`, or the name in `const { abort } = controller`. */
  node: TSESTree.Node;
  /** `controller.abort` as it is written; undefined where it is destructured. */
  method: TSESTree.Node | undefined;
  /** What goes wrong: it is called without its controller, or with something that becomes the reason. */
  problem: 'unbound' | 'event' | 'name' | 'argument';
  /** The abort listener that it is, if it is one. */
  listener: AbortListener | undefined;
}

/** @returns what is wrong with the `abort` that a member access or a pattern takes from a controller */
export function findDetachedAbort(
  model: Model,
  node: TSESTree.MemberExpression | TSESTree.Property,
): DetachedAbort | undefined {
  if (memberName(node) !== 'abort') return undefined;
  if (node.type === 'Property') return destructuredAbort(model, node);
  if (!isCertainController(model, node.object)) return undefined;
  const method = outermost(node);
  const bind = boundCall(method);
  if (!bind) {
    const isDetached = isHandedOn(model, method, node.object) && !isReboundLater(model, method);
    return isDetached
      ? { node: method, method, problem: 'unbound', listener: listenerAt(model, [method]) }
      : undefined;
  }
  if (bind.arguments.length !== 1) return undefined;
  const uses = usesOf(model, bind);
  const [problem] = uses.map((use) => problemAt(model, use)).filter((each) => each !== undefined);
  return problem && { node: bind, method, problem, listener: listenerAt(model, uses) };
}

function destructuredAbort(model: Model, property: TSESTree.Property): DetachedAbort | undefined {
  const { parent, value } = property;
  const declarator = parent.type === 'ObjectPattern' ? parent.parent : undefined;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init || value.type !== 'Identifier')
    return undefined;
  const maker = unwrapped(declarator.init);
  const isController = isCertainController(model, maker);
  if (!isController || isRebound(model, value)) return undefined;
  return { node: value, method: undefined, problem: 'unbound', listener: undefined };
}

/** `controller.abort.bind(...)` */
function boundCall(method: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = method.parent;
  const call = member && outermost(member).parent;
  return call?.type === 'CallExpression' && boundFunction(call) === unwrapped(method) ? call : undefined;
}

/** Callees that only look at a function, or call it with the controller that they are given as well. */
const harmless =
  /^_?(?:expect|assert|is|has|bind|apply|call|spyOn|partial|typeof|equal|String|Boolean|remove|off$)/;

/** Is the method a value that somebody else calls? */
function isHandedOn(model: Model, method: TSESTree.Node, controller: TSESTree.Node): boolean {
  const { parent } = method;
  switch (parent?.type) {
    case 'CallExpression': {
      if (parent.callee === method || harmless.test(calledName(parent) ?? '')) return false;
      const owner = model.sourceCode.getText(controller);
      return !parent.arguments.some((each) => model.sourceCode.getText(each) === owner);
    }
    case 'AssignmentExpression':
      return parent.right === method;
    case 'Property':
      return parent.value === method;
    case 'VariableDeclarator':
      return parent.init === method && parent.id.type === 'Identifier';
    case 'ArrowFunctionExpression':
      return parent.body === method;
    case 'ArrayExpression':
    case 'ReturnStatement':
    case 'JSXExpressionContainer':
      return true;
    default:
      return false;
  }
}

function isReboundLater(model: Model, method: TSESTree.Node): boolean {
  const { parent } = method;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return isRebound(model, parent.id);
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left.type === 'MemberExpression' &&
    memberName(parent.left) === 'abort'
  );
}

/** `abort.call(controller)` and the like, or nothing at all. */
function isRebound(model: Model, name: TSESTree.Identifier): boolean {
  const uses = (findVariable(model, name)?.references ?? []).filter(({ init }) => init !== true);
  return uses.length === 0 || uses.some(({ identifier }) => identifier.parent.type === 'MemberExpression');
}

/** The bound function itself, and the uses of the variable that holds it. */
function usesOf(model: Model, bind: TSESTree.CallExpression): TSESTree.Node[] {
  const value = outermost(bind);
  const { parent } = value;
  const name =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  if (name?.type !== 'Identifier') return [value];
  return (findVariable(model, name)?.references ?? []).map(({ identifier }) => outermost(identifier));
}

/** How the function is called there: with an event, a signal's name, or what a timer is given for it. */
function problemAt(model: Model, use: TSESTree.Node): DetachedAbort['problem'] | undefined {
  const { parent } = use;
  if (parent?.type === 'AssignmentExpression') {
    const isHandler =
      parent.right === use &&
      parent.left.type === 'MemberExpression' &&
      /^on[a-z]+$/.test(memberName(parent.left) ?? '');
    return isHandler ? 'event' : undefined;
  }
  if (parent?.type !== 'CallExpression' || parent.callee === use) return undefined;
  const index = parent.arguments.indexOf(use as TSESTree.CallExpressionArgument);
  switch (calledName(parent)) {
    case 'addEventListener':
    case 'addAbortListener':
      return index === 1 ? 'event' : undefined;
    case 'setTimeout':
    case 'setInterval':
      return index === 0 && parent.arguments.length > 2 ? 'argument' : undefined;
    case 'setImmediate':
      return index === 0 && parent.arguments.length > 1 ? 'argument' : undefined;
    default:
      return findProcessListener(model, parent)?.isSignal === true ? 'name' : undefined;
  }
}

function listenerAt(model: Model, uses: readonly TSESTree.Node[]): AbortListener | undefined {
  return abortListenersOf(model).find(({ listener }) => uses.some((use) => unwrapped(use) === listener));
}
