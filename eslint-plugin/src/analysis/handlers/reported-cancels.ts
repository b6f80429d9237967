import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { findCalledFunction, findFunction, nameOfFunction } from '../code/local-functions.js';
import {
  allNodes,
  calledName,
  enclosingFunction,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { listenedEvent, startOfChain } from '../listeners/emitter-listeners.js';
import type { Model } from '../model.js';
import { isMadeRequest } from '../operations/client-requests.js';
import { isInTest } from '../operations/test-callbacks.js';
import { originsOf } from '../signals/origins.js';

/** A report of whatever makes a request fail, among it that the code cancels the request itself. */
export interface ReportedCancel {
  /** The call that tells of the error. */
  report: TSESTree.CallExpression;
  /** The `abort()` or `destroy()` that makes the request fail, which nobody but the user asks for. */
  cancel: TSESTree.CallExpression;
  /** The request, as it is named where the listener is added. */
  request: TSESTree.Node;
  /** Does nothing else end the request, so that `request.destroyed` tells? */
  isOnlyEnd: boolean;
}

/**
 * @param call such as `request.on('error', (error) => this.onError(error))`
 * @returns undefined where the listener looks at anything before it tells, where the cancelling does more than that, or
 *   where the request may come from elsewhere
 */
export function findReportedCancel(model: Model, call: TSESTree.CallExpression): ReportedCancel | undefined {
  const [, listener] = call.arguments;
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || !listener || listenedEvent(listener) !== 'error')
    return undefined;
  const request = startOfChain(callee.object);
  if (isInTest(call) || !isMadeRequest(model, request)) return undefined;
  const body = findFunction(model, listener);
  const report = body && findUntestedReport(model, body);
  const ends = report ? endsOf(model, request) : [];
  const cancel = ends.find((each) => isOnPurpose(model, each));
  return report && cancel ? { report, cancel, request, isOnlyEnd: ends.length === 1 } : undefined;
}

const tests =
  /^(?:If|Switch|Try)Statement$|^(?:Conditional|Logical)Expression$|^(?:While|For|DoWhile)|^AwaitExpression$/;

/** The call that tells of every error, where the listener tests nothing. */
function findUntestedReport(model: Model, listener: FunctionNode): TSESTree.CallExpression | undefined {
  const [error] = listener.params;
  const nodes = allNodes(listener.body, model.sourceCode.visitorKeys);
  if (error?.type !== 'Identifier' || nodes.some(({ type }) => tests.test(type))) return undefined;
  return nodes.find(
    (node): node is TSESTree.CallExpression =>
      node.type === 'CallExpression' &&
      isErrorCall(node) &&
      enclosingFunction(node) === listener &&
      findCalledFunction(model, node) === undefined &&
      node.arguments.some((argument) =>
        allNodes(argument, model.sourceCode.visitorKeys).some(
          (each) => each.type === 'Identifier' && each.name === error.name,
        ),
      ),
  );
}

/** `this.onerror(...)`, `options.onRequestError(...)`, `errorCallback(...)`, `emit('error', ...)`: what is only called for a failure. */
function isErrorCall(call: TSESTree.CallExpression): boolean {
  const name = calledName(call) ?? '';
  const [first] = call.arguments;
  if (/^_?emit$/.test(name)) return first?.type === 'Literal' && first.value === 'error';
  return /^_?on_?(?:[a-z]+_?)?(?:error|fail|failed|failure)$|(?:error|failure)_?(?:callback|listener|cb)$/i.test(
    name,
  );
}

/** Every call that ends the same request without an error of its own. */
function endsOf(model: Model, request: TSESTree.Node): TSESTree.CallExpression[] {
  const made = madeBy(model, request);
  return nodesOf(model).filter((node): node is TSESTree.CallExpression => {
    if (node.type !== 'CallExpression' || !/^(?:abort|destroy)$/.test(calledName(node) ?? '')) return false;
    const callee = unwrapped(node.callee);
    return (
      callee.type === 'MemberExpression' && madeBy(model, callee.object).some((each) => made.includes(each))
    );
  });
}

function madeBy(model: Model, request: TSESTree.Node): TSESTree.Node[] {
  return originsOf(model, request).flatMap((origin) => (origin.kind === 'call' ? [origin.node] : []));
}

const cancelling = /^_?(?:abort|cancel|close|disconnect|dispose|stop|unsubscribe)(?![a-z])/;

/** Does a function that cancels, or an `abort` listener, end the request, and say so in no other way? */
function isOnPurpose(model: Model, end: TSESTree.CallExpression): boolean {
  const canceller = enclosingFunction(end);
  if (!canceller || end.arguments.length > 0) return false;
  const isCancelling =
    listenedEvent(outermost(canceller)) === 'abort' || cancelling.test(nameFor(canceller) ?? '');
  return (
    isCancelling &&
    !allNodes(canceller.body, model.sourceCode.visitorKeys).some(
      (node) => setsFlag(node) || changesListeners(node),
    )
  );
}

/** Also of `request.abort = function () {...}`. */
function nameFor(node: FunctionNode): string | undefined {
  const { parent } = outermost(node);
  const isAssigned = parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression';
  return isAssigned ? memberName(parent.left as TSESTree.MemberExpression) : nameOfFunction(node);
}

/** Whatever is set may be looked at by those who are told; an emptied field is no flag. */
function setsFlag(node: TSESTree.Node): boolean {
  if (node.type !== 'AssignmentExpression') return false;
  const { right } = node;
  const isEmptied =
    (right.type === 'Literal' && right.value === null) ||
    (right.type === 'Identifier' && right.name === 'undefined');
  return !isEmptied;
}

function changesListeners(node: TSESTree.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    /^(?:off|on|once|removeListener|removeAllListeners)$/.test(calledName(node) ?? '')
  );
}
