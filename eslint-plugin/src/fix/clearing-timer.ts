import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  isFunction,
  onlyExpressionOf,
  type FunctionNode,
  type Model,
  type UnobservedPromise,
} from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/** `new Promise((resolve) => setTimeout(resolve, delay))` and nothing else. */
export interface PlainTimer {
  resolve: string;
  reject: string;
  delay: string;
}

/** @returns the parts of the promise, where it only waits */
export function findPlainTimer(model: Model, { node, executor }: UnobservedPromise): PlainTimer | undefined {
  const { sourceCode } = model;
  const [resolve, reject] = executor.params;
  const call = onlyCallOf(executor);
  if (resolve?.type !== 'Identifier' || (reject && reject.type !== 'Identifier')) return undefined;
  if (call?.callee.type !== 'Identifier') return undefined;
  const [callback, delay, ...values] = call.arguments;
  if (calledName(call) !== 'setTimeout' || !callback || !delay || values.length > 0) return undefined;
  if (sourceCode.getCommentsInside(node).length > 0 || !callsOnly(callback, resolve.name)) return undefined;
  return { resolve: resolve.name, reject: reject?.name ?? 'reject', delay: sourceCode.getText(delay) };
}

/** `resolve`, or a function that only calls it, without a value. */
function callsOnly(callback: TSESTree.Node, resolve: string): boolean {
  if (callback.type === 'Identifier') return callback.name === resolve;
  const call = isFunction(callback) ? onlyCallOf(callback) : undefined;
  return (
    call?.callee.type === 'Identifier' &&
    call.callee.name === resolve &&
    call.arguments.every((value) => value.type === 'Identifier' && value.name === 'undefined')
  );
}

/** `void f()` gives as little as a statement does. */
function onlyCallOf(node: FunctionNode): TSESTree.CallExpression | undefined {
  const only = onlyExpressionOf(node);
  const expression = only?.type === 'UnaryExpression' && only.operator === 'void' ? only.argument : only;
  return expression?.type === 'CallExpression' ? expression : undefined;
}

/** @returns the text of a promise that does the same, and clears the timer on an abort */
export function clearingTimer(model: Model, { node, signal }: UnobservedPromise, timer: PlainTimer): string {
  const { sourceCode } = model;
  const newline = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, node.loc.start.line);
  const step = outer.includes('\t') ? '\t' : '  ';
  const read = signal.text + (signal.mayBeMissing ? '?.' : '.');
  const made = sourceCode.text.slice(node.range[0], (node.typeArguments ?? node.callee).range[1]);
  const lines = [
    `${read}throwIfAborted();`,
    'const onAbort = () => {',
    `${step}clearTimeout(timer);`,
    `${step}${timer.reject}(${signal.mayBeMissing ? `${read}reason` : `${signal.text}.reason`});`,
    '};',
    'const timer = setTimeout(() => {',
    `${step}${read}removeEventListener('abort', onAbort);`,
    `${step}${timer.resolve}(undefined);`,
    `}, ${timer.delay});`,
    `${read}addEventListener('abort', onAbort, { once: true });`,
  ].map((line) => outer + step + line);
  return [`${made}((${timer.resolve}, ${timer.reject}) => {`, ...lines, `${outer}})`].join(newline);
}
