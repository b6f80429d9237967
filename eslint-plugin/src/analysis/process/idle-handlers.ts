import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy } from './handler-work.js';
import { processMethod } from './process-calls.js';
import { isEndingListener, processListeners, type SharedListener } from './process-listeners.js';
import { processRemovals, shareEvents } from './process-removals.js';
import { findCalledFunction } from '../code/local-functions.js';
import { allNodes, type FunctionNode } from '../code/syntax.js';
import { isInLog, isLog } from '../handlers/error-uses.js';
import type { Model } from '../model.js';
import { referenceOf } from '../operations/api-calls.js';
import { makesController } from '../signals/signal-factories.js';

/**
 * Does a handler of SIGINT or SIGTERM leave the process as it is? It writes to a log, deletes files or does nothing, so
 * that nothing takes the place of the exit that Node makes where nobody listens (F18).
 */
export function isIdleHandler(model: Model, { handler, listeners }: SharedListener): boolean {
  if (!functionsRunBy(model, handler).every((node) => isIdle(model, node))) return false;
  if (isOnPurpose(model, handler)) return false;
  return listeners.every(
    (listener) =>
      !processRemovals(model).some((removal) => shareEvents(removal, listener)) &&
      !processListeners(model).some(
        (other) => other.handler !== handler && isEndingListener(other) && shareEvents(other, listener),
      ) &&
      !(listener.isOnce && isAnnounced(model, handler)),
  );
}

const quiet = new Set([
  'BlockStatement',
  'ExpressionStatement',
  'IfStatement',
  'ReturnStatement',
  'TryStatement',
  'CatchClause',
  'VariableDeclaration',
  'VariableDeclarator',
  'Identifier',
  'Literal',
  'TemplateLiteral',
  'TemplateElement',
  'SequenceExpression',
  'MemberExpression',
  'CallExpression',
  'ChainExpression',
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'UnaryExpression',
  'ObjectExpression',
  'ArrayExpression',
  'Property',
]);

function isIdle(model: Model, node: FunctionNode): boolean {
  if (node.async || node.generator) return false;
  return allNodes(node.body, model.sourceCode.visitorKeys).every(
    (each) =>
      isInLog(each, node) ||
      (quiet.has(each.type) && (each.type !== 'CallExpression' || isHarmless(model, each))),
  );
}

function isHarmless(model: Model, call: TSESTree.CallExpression): boolean {
  if (isLog(call) || findCalledFunction(model, call)) return true;
  const method = processMethod(model, call);
  if (method === 'stdout.write' || method === 'stderr.write') return true;
  const reference = referenceOf(model, call);
  return reference?.module === 'fs' && reference.path.endsWith('Sync');
}

/** An empty body that says why, and a process that its parent or its child ends. */
function isOnPurpose(model: Model, handler: FunctionNode): boolean {
  const { text } = model.sourceCode;
  if (
    /child_process|execa|cross-spawn|node-pty|\bspawn|process\.send|parentPort|['"](?:message|disconnect)['"]/.test(
      text,
    )
  )
    return true;
  const isEmpty = handler.body.type !== 'BlockStatement' || handler.body.body.length === 0;
  return isEmpty && model.sourceCode.getCommentsInside(handler).length > 0;
}

/** `Press Ctrl+C again to quit`: the second signal finds no listener. */
function isAnnounced(model: Model, handler: FunctionNode): boolean {
  return functionsRunBy(model, handler).some((node) =>
    /again|press|force|ctrl|twice/i.test(model.sourceCode.getText(node)),
  );
}

/** @returns the name of a constant AbortController that can be seen at a node */
export function findVisibleController(model: Model, node: TSESTree.Node): string | undefined {
  for (let scope = model.sourceCode.getScope(node); ;) {
    for (const { name, defs } of scope.variables) {
      const [definition] = defs;
      if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') continue;
      const value = definition.node.init;
      if (definition.node.id.type === 'Identifier' && value?.type === 'NewExpression') {
        if (makesController(value)) return name;
      }
    }
    if (!scope.upper) return undefined;
    scope = scope.upper;
  }
}
