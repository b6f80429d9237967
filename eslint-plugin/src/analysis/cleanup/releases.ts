import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanupName } from '../catalogue/index.js';
import { accessPath, calledName, memberName, unwrapped } from '../code/syntax.js';
import { abortedController } from '../controllers/abort-calls.js';
import { findController } from '../controllers/controllers.js';
import type { Model } from '../model.js';

/** Something that ends for good where it is called: a timer, a listener, a controller's work, a resource. */
export interface Release {
  kind: 'timer' | 'listener' | 'abort' | 'resource';
  call: TSESTree.CallExpression;
  /** What is released: the timer's id, the listener, the controller, the resource or its function. */
  subject: TSESTree.Node;
}

/** @returns what a block releases whichever way it is entered, in source order */
export function releasesIn(model: Model, block: TSESTree.BlockStatement): Release[] {
  return block.body.flatMap((statement) => releasesOf(model, statement));
}

/** @returns what a statement releases, as far as it does so without a condition of its own */
export function releasesOf(model: Model, statement: TSESTree.Statement): Release[] {
  switch (statement.type) {
    case 'ExpressionStatement': {
      const call = calledIn(statement.expression);
      const release = call && releaseOf(model, call);
      return release ? [release] : [];
    }
    case 'BlockStatement':
      return releasesIn(model, statement);
    case 'TryStatement':
      return releasesIn(model, statement.block);
    case 'IfStatement':
      // `if (timer) clearTimeout(timer)` asks only whether there is something to release.
      return statement.alternate
        ? []
        : releasesOf(model, statement.consequent).filter(({ subject }) => isSame(statement.test, subject));
    default:
      return [];
  }
}

function calledIn(expression: TSESTree.Expression): TSESTree.CallExpression | undefined {
  const inner = unwrapped(expression);
  if (inner.type === 'AwaitExpression') return calledIn(inner.argument);
  if (inner.type === 'UnaryExpression' && inner.operator === 'void') return calledIn(inner.argument);
  if (inner.type === 'LogicalExpression' && inner.operator === '&&') {
    const call = calledIn(inner.right);
    return call && isSame(inner.left, subjectOf(call)) ? call : undefined;
  }
  if (inner.type !== 'CallExpression') return undefined;
  const callee = unwrapped(inner.callee);
  const receiver = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined;
  // A failure of the cleanup may be taken care of: `file.close().catch(report)`.
  return receiver?.type === 'CallExpression' && /^(?:then|catch)$/.test(calledName(inner) ?? '')
    ? receiver
    : inner;
}

function isSame(left: TSESTree.Node, right: TSESTree.Node): boolean {
  const path = accessPath(left);
  return path !== undefined && path.join('.') === accessPath(right)?.join('.');
}

function subjectOf(call: TSESTree.CallExpression): TSESTree.Node {
  const callee = unwrapped(call.callee);
  const [first] = call.arguments;
  if (/^clear(?:Timeout|Interval)$/.test(calledName(call) ?? '') && first) return unwrapped(first);
  return callee.type === 'MemberExpression' ? unwrapped(callee.object) : callee;
}

/** @returns what a call releases; undefined for other calls */
export function releaseOf(model: Model, call: TSESTree.CallExpression): Release | undefined {
  const name = calledName(call) ?? disposalName(call);
  if (name === undefined) return undefined;
  const subject = subjectOf(call);
  if (name === 'clearTimeout') return { kind: 'timer', call, subject };
  if (name === 'clearInterval') return { kind: 'resource', call, subject };
  if (/^(?:removeEventListener|removeListener|off)$/.test(name)) {
    const listener = call.arguments[1];
    return listener && call.callee.type === 'MemberExpression'
      ? { kind: 'listener', call, subject: unwrapped(listener) }
      : undefined;
  }
  const controller = abortedController(call);
  if (controller) return findController(model, controller) && { kind: 'abort', call, subject: controller };
  const releases = name === 'cancel' || name.startsWith('@@') || isCleanupName(name);
  return releases && !isHarmless(name, subject) ? { kind: 'resource', call, subject } : undefined;
}

/** `x[Symbol.dispose]()` */
function disposalName(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrapped(call.callee);
  const key = callee.type === 'MemberExpression' && callee.computed ? accessPath(callee.property) : undefined;
  const method = key?.[0] === 'Symbol' ? key[1] : undefined;
  return method === 'dispose' || method === 'asyncDispose' ? `@@${method}` : undefined;
}

const measures =
  /span|stopwatch|spinner|progress|measure|metric|profil|trace|tracing|histogram|log(?:ger|s)?$|console|timing/i;

/** What writes out or measures may do so too early, but nothing else fails for it. */
function isHarmless(name: string, subject: TSESTree.Node): boolean {
  if (/^(?:flush|drain)/i.test(name)) return true;
  const path = accessPath(subject) ?? [];
  const isTimer = /timer$/i.test(path.at(-1) ?? '') && /^(?:end|stop)/.test(name);
  return isTimer || path.some((part) => measures.test(part)) || measures.test(memberOf(subject));
}

function memberOf(subject: TSESTree.Node): string {
  return subject.type === 'MemberExpression' ? (memberName(subject) ?? '') : '';
}
