import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPlace } from './closures.js';
import type { Model } from './model.js';
import { listenerTarget } from './relays.js';
import { calledName, isFunction, memberName, outermost, type FunctionNode } from './syntax.js';
import { constantValue, findVariable } from './variables.js';

/** Code that has to run, and to end, although the work was aborted. */
export interface CleanupRegion {
  kind: 'finally' | 'finally-callback' | 'dispose' | 'abort-listener' | 'process-signal' | 'test-teardown';
  /** The block or function that is the region. */
  node: TSESTree.BlockStatement | FunctionNode;
}

/** @returns the innermost cleanup region that a node runs in, through closures that run in place */
export function findCleanupRegion(model: Model, node: TSESTree.Node): CleanupRegion | undefined {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'TryStatement' && outer.finalizer && outer.finalizer === inner) {
      return { kind: 'finally', node: outer.finalizer };
    }
    if (!isFunction(outer)) continue;
    const kind = kindOfFunction(model, outer);
    if (kind) return { kind, node: outer };
    if (!runsInPlace(outer)) return undefined;
  }
  return undefined;
}

export function isInCleanup(model: Model, node: TSESTree.Node): boolean {
  return findCleanupRegion(model, node) !== undefined;
}

const teardownHooks = new Set([
  'after',
  'afterEach',
  'afterAll',
  'onTestFinished',
  'onTestFailed',
  'teardown',
]);

function kindOfFunction(model: Model, node: FunctionNode): CleanupRegion['kind'] | undefined {
  if (isDisposeMethod(node)) return 'dispose';
  return usesOfFunction(model, node)
    .map((use) => kindOfArgument(use))
    .find((kind) => kind !== undefined);
}

/** The expressions that stand for a function: itself, and the names of a declaration or constant. */
function usesOfFunction(model: Model, node: FunctionNode): TSESTree.Node[] {
  const { parent } = node;
  const name =
    node.type === 'FunctionDeclaration'
      ? node.id
      : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? parent.id
        : undefined;
  if (!name) return [outermost(node)];
  const references = findVariable(model, name)?.references ?? [];
  return references
    .map(({ identifier }) => identifier)
    .filter((use) => constantValue(model, use) === node || use !== name);
}

function kindOfArgument(use: TSESTree.Node): CleanupRegion['kind'] | undefined {
  const call = use.parent;
  if (call?.type === 'AssignmentExpression') {
    return call.right === use && call.left.type === 'MemberExpression' && memberName(call.left) === 'onabort'
      ? 'abort-listener'
      : undefined;
  }
  if (call?.type !== 'CallExpression' || call.callee === use) return undefined;
  const name = calledName(call);
  if (name === 'finally' && call.callee.type === 'MemberExpression') return 'finally-callback';
  if (listenerTarget(call) !== undefined || name === 'addAbortListener') return 'abort-listener';
  if (isProcessSignalRegistration(call)) return 'process-signal';
  return name !== undefined && teardownHooks.has(name) ? 'test-teardown' : undefined;
}

/** `process.on('SIGTERM', f)` and its like. */
function isProcessSignalRegistration(call: TSESTree.CallExpression): boolean {
  const [event] = call.arguments;
  if (call.callee.type !== 'MemberExpression') return false;
  if (call.callee.object.type !== 'Identifier' || call.callee.object.name !== 'process') return false;
  return event?.type === 'Literal' && /^SIG[A-Z0-9]+$/.test(String(event.value));
}

/** `[Symbol.dispose]() {...}`, `async [Symbol.asyncDispose]() {...}`. */
function isDisposeMethod(node: FunctionNode): boolean {
  const { parent } = node;
  if (parent.type !== 'MethodDefinition' && parent.type !== 'Property') return false;
  const key: TSESTree.Node = parent.key;
  if (!parent.computed || key.type !== 'MemberExpression') return false;
  const name = memberName(key);
  return name === 'dispose' || name === 'asyncDispose';
}
