import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath } from '../code/syntax.js';
import type { Model } from '../model.js';
import { referenceOf } from '../operations/api-calls.js';

const chained = /^(?:(?:on|once|off|addListener|prependListener|removeListener)#)+/;

/**
 * The method of Node's `process` that a call means, however it is reached: the global, `globalThis.process`, an import,
 * `require`, a chain of registrations.
 *
 * @returns its path, such as `on` or `stdout.write`; undefined for calls on anything else
 */
export function processMethod(model: Model, call: TSESTree.CallExpression): string | undefined {
  const reference = referenceOf(model, call);
  if (!reference) return undefined;
  const [, path] =
    reference.module === undefined
      ? (/^process\.(.+)$/.exec(reference.path) ?? [])
      : reference.module === 'process'
        ? (/^(?:default\.)?(.+)$/.exec(reference.path) ?? [])
        : [];
  return path?.replace(chained, '');
}

/** @returns true for `process.exit()` and its like, Deno's among them, after which nothing runs */
export function isProcessExit(model: Model, node: TSESTree.Node): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression') return false;
  const method = processMethod(model, node);
  if (method === undefined) return accessPath(node.callee)?.join('.') === 'Deno.exit';
  return method === 'exit' || method === 'reallyExit' || method === 'abort';
}
