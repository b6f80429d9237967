import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunningAt } from '../code/closures.js';
import { calledAs } from '../code/enclosing-work.js';
import type { Model } from '../model.js';
import { calledName, outermost, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

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
 * module, in listeners, effects, timers and tests, in `main`, and in a function that is started and let go.
 */
export function isInBoundary(model: Model, node: TSESTree.Node): boolean {
  const functions = functionsRunningAt(node);
  return functions.length === 0 || functions.some((each) => isBoundary(model, each));
}

function isBoundary(model: Model, node: FunctionNode): boolean {
  const name = calledAs(node);
  return (
    name?.name === 'main' ||
    isRegistered(node) ||
    isDropped(node) ||
    (name !== undefined && isOnlyDropped(model, name))
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

function isDroppedCall(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  return (
    parent?.type === 'ExpressionStatement' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  );
}

/** A named function that is only ever called with its promise dropped, or registered as a listener. */
function isOnlyDropped(model: Model, name: TSESTree.Identifier): boolean {
  const uses = (findVariable(model, name)?.references ?? []).filter((reference) => reference.isRead());
  return (
    uses.length > 0 &&
    uses.every(({ identifier }) => {
      const { parent } = identifier;
      if (parent.type !== 'CallExpression') return false;
      if (parent.callee === identifier) return isDroppedCall(parent);
      return registrations.has(calledName(parent) ?? '');
    })
  );
}
