import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, levelOf } from './handler-work.js';
import { processMethod } from './process-calls.js';
import { isEndingListener, processListeners, type ProcessListener } from './process-listeners.js';
import { processRemovals, shareEvents } from './process-removals.js';
import { runsInPlace } from '../code/closures.js';
import { enclosingFunction, outermost, ownLevelNodes, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/** A listener that comes back each time a constructor runs, or the module is imported. */
export interface StandingHandler {
  listener: ProcessListener;
  place: 'constructor' | 'module';
}

/** @returns the listeners of SIGINT and SIGTERM that the file never takes off, in constructors and at its top level */
export function findStandingHandlers(model: Model): StandingHandler[] {
  const removals = processRemovals(model);
  return processListeners(model).flatMap((listener) => {
    if (!isEndingListener(listener) || removals.some((removal) => shareEvents(removal, listener))) return [];
    const place = placeOf(listener.call);
    return place ? [{ listener, place }] : [];
  });
}

function placeOf(call: TSESTree.Node): StandingHandler['place'] | undefined {
  const owner = enclosingFunction(call);
  if (!owner) return call.parent?.parent?.type === 'Program' ? 'module' : undefined;
  if (runsInPlace(owner)) return placeOf(owner);
  const { parent } = owner;
  return parent.type === 'MethodDefinition' && parent.kind === 'constructor' ? 'constructor' : undefined;
}

/** @returns the exits of signal handlers whose code says that all went well: `process.exit(0)` and `process.exit()` */
export function findSuccessfulExits(model: Model): TSESTree.CallExpression[] {
  const handlers = processListeners(model).flatMap((listener) =>
    listener.handler && isEndingListener(listener) ? [listener.handler] : [],
  );
  const functions = new Set<FunctionNode>(handlers.flatMap((handler) => functionsRunBy(model, handler)));
  return [...functions].flatMap((node) =>
    levelOf(model, node).filter(
      (each): each is TSESTree.CallExpression =>
        each.type === 'CallExpression' &&
        processMethod(model, each) === 'exit' &&
        isSuccess(each.arguments[0]),
    ),
  );
}

function isSuccess(code: TSESTree.Node | undefined): boolean {
  return code === undefined || (code.type === 'Literal' && code.value === 0);
}

/** A listener that is taken off in a `finally` before the cleanup there has ended. */
export interface EarlyRemoval {
  removal: TSESTree.ExpressionStatement;
  /** The statement of the same block that is awaited after it. */
  cleanup: TSESTree.Statement;
}

/** @returns the removals of SIGINT and SIGTERM listeners after which a `finally` still waits */
export function findEarlyRemovals(model: Model): EarlyRemoval[] {
  return processRemovals(model).flatMap(({ call, isSignal }) => {
    const removal = outermost(call).parent;
    const block = removal?.parent;
    if (!isSignal || removal?.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return [];
    if (block.parent.type !== 'TryStatement' || block.parent.finalizer !== block) return [];
    const cleanup = block.body.slice(block.body.indexOf(removal) + 1).findLast((each) => waits(model, each));
    return cleanup ? [{ removal, cleanup }] : [];
  });
}

function waits(model: Model, statement: TSESTree.Statement): boolean {
  return ownLevelNodes(statement, model.sourceCode.visitorKeys).some(
    ({ type }) => type === 'AwaitExpression',
  );
}
