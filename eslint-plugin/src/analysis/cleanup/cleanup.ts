import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPlace } from '../code/closures.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { operationsIn, type Operation } from '../operations/operations.js';
import { findProcessListener } from '../process/process-listeners.js';
import { findRegistration } from '../listeners/registrations.js';
import {
  ancestorsOf,
  calledName,
  isFunction,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';

/** Code that has to run, and to end, although the work was aborted. */
export interface CleanupRegion {
  kind:
    | 'finally'
    | 'finally-callback'
    | 'dispose'
    | 'async-dispose'
    | 'abort-listener'
    | 'process-signal'
    | 'test-teardown';
  /** The block or function that is the region. */
  node: TSESTree.BlockStatement | FunctionNode;
}

/** The cleanup regions that a node runs in, innermost first, through closures that run in place. */
export function* cleanupRegionsOf(model: Model, node: TSESTree.Node): Generator<CleanupRegion, undefined> {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'TryStatement' && outer.finalizer && outer.finalizer === inner) {
      yield { kind: 'finally', node: outer.finalizer };
    }
    if (!isFunction(outer)) continue;
    const use = findCleanupUse(model, outer);
    if (use) yield { kind: use.kind, node: outer };
    if (use || !runsInPlace(outer)) return undefined;
  }
  return undefined;
}

/** @returns the innermost cleanup region that a node runs in, through closures that run in place */
function findCleanupRegion(model: Model, node: TSESTree.Node): CleanupRegion | undefined {
  return cleanupRegionsOf(model, node).next().value;
}

export function isInCleanup(model: Model, node: TSESTree.Node): boolean {
  return findCleanupRegion(model, node) !== undefined;
}

/** A `catch` clause in which the abort of an operation arrives. */
export interface AbortedCatch {
  clause: TSESTree.CatchClause;
  operations: readonly Operation[];
}

/** @returns the innermost `catch` around a node, through closures that run in place, that an abort can lead to */
export function findAbortedCatch(model: Model, node: TSESTree.Node): AbortedCatch | undefined {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'CatchClause') {
      const operations = operationsIn(model, outer.parent.block);
      if (operations.length > 0) return { clause: outer, operations };
    }
    if (isFunction(outer) && !runsInPlace(outer)) return undefined;
  }
  return undefined;
}

/** @returns the signal whose `abort` listener a function is; undefined for other functions */
export function findListenedSignal(model: Model, listener: TSESTree.Node): TSESTree.Node | undefined {
  return isFunction(listener) ? findCleanupUse(model, listener)?.signal : undefined;
}

interface CleanupUse {
  kind: CleanupRegion['kind'];
  signal?: TSESTree.Node | undefined;
}

const findCleanupUse = memoized((model, node: FunctionNode): CleanupUse | undefined => {
  const kind = kindOfDisposeMethod(node);
  if (kind) return { kind };
  return usesOfFunction(model, node)
    .map((use) => cleanupUseAt(model, use))
    .find((use) => use !== undefined);
});

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

const teardownHooks = new Set([
  'after',
  'afterEach',
  'afterAll',
  'onTestFinished',
  'onTestFailed',
  'teardown',
]);

function cleanupUseAt(model: Model, use: TSESTree.Node): CleanupUse | undefined {
  const call = use.parent;
  const registration = call && findRegistration(model, call);
  if (registration?.listener === unwrapped(use)) {
    return { kind: 'abort-listener', signal: registration.target };
  }
  if (call?.type !== 'CallExpression' || call.callee === use) return undefined;
  const name = calledName(call);
  if (name === 'finally' && call.callee.type === 'MemberExpression') return { kind: 'finally-callback' };
  if (findProcessListener(model, call)?.isSignal) return { kind: 'process-signal' };
  return name !== undefined && teardownHooks.has(name) ? { kind: 'test-teardown' } : undefined;
}

/** `[Symbol.dispose]() {...}`, `async [Symbol.asyncDispose]() {...}`. */
function kindOfDisposeMethod({ parent }: FunctionNode): 'dispose' | 'async-dispose' | undefined {
  const isMember =
    parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property';
  const key: TSESTree.Node | undefined = isMember ? parent.key : undefined;
  if (!isMember || !parent.computed || key?.type !== 'MemberExpression') return undefined;
  const name = memberName(key);
  if (name === 'asyncDispose') return 'async-dispose';
  return name === 'dispose' ? 'dispose' : undefined;
}
