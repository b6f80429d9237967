import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunningAt } from '../code/closures.js';
import { calledAs } from '../code/enclosing-work.js';
import type { Model } from '../model.js';
import { usesOfFunction } from '../code/known-callers.js';
import { calledName, memberName, outermost, type FunctionNode } from '../code/syntax.js';

const registrations = new Set(
  (
    'on once addListener prependListener addEventListener subscribe watch listen ' +
    'setTimeout setInterval setImmediate queueMicrotask nextTick requestAnimationFrame requestIdleCallback ' +
    'useEffect useLayoutEffect onMounted onUnmounted effect waitUntil after ' +
    'test it describe before beforeEach beforeAll afterEach afterAll suite bench'
  ).split(' '),
);

/**
 * Is the code at this node outermost, so that nobody above it waits for its outcome? True at the top level of a
 * module, in listeners, effects, timers and tests, in `main`, and in a function or a private method that is started and let go.
 */
export function isInBoundary(model: Model, node: TSESTree.Node): boolean {
  const functions = functionsRunningAt(node);
  return functions.length === 0 || functions.some((each) => isBoundary(model, each));
}

function isBoundary(model: Model, node: FunctionNode): boolean {
  return (
    calledAs(node)?.name === 'main' || isRegistered(node) || isDropped(node) || isOnlyDropped(model, node)
  );
}

function isRegistered(node: FunctionNode): boolean {
  const { parent } = outermost(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== node && registrations.has(calledName(parent) ?? '');
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' && /^on[a-z]+$/i.test(calledMember(parent.left));
    case 'JSXExpressionContainer':
      return true;
    default:
      return false;
  }
}

function calledMember(node: TSESTree.MemberExpression): string {
  return node.property.type === 'Identifier' ? node.property.name : '';
}

/** `void (async () => {...})()` and the same as a statement: its promise is nobody's. */
function isDropped(node: FunctionNode): boolean {
  const callee = outermost(node);
  return (
    callee.parent?.type === 'CallExpression' &&
    callee.parent.callee === callee &&
    isDroppedCall(callee.parent)
  );
}

/** Also where its failure is dealt with on the spot: `run().catch(report);` */
function isDroppedCall(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'void';
    case 'MemberExpression': {
      const callee = outermost(parent);
      const next = callee.parent;
      const isHandled = /^(?:catch|finally)$/.test(memberName(parent) ?? '');
      return isHandled && next?.type === 'CallExpression' && next.callee === callee && isDroppedCall(next);
    }
    default:
      return false;
  }
}

/** A function that is only ever called with its promise dropped, or registered as a listener. */
function isOnlyDropped(model: Model, node: FunctionNode): boolean {
  const uses = usesOfFunction(model, node) ?? [];
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const { parent } = use;
      if (parent?.type !== 'CallExpression') return false;
      if (parent.callee === use) return isDroppedCall(parent);
      return registrations.has(calledName(parent) ?? '');
    })
  );
}
