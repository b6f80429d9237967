import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, memberName } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import { referenceOf } from './api-calls.js';

const requestName = /(?:^|[_#a-z])req(?:uest)?_*$/i;

/** @returns whether an expression is a request of Node's http client: one that the file makes, or one by its name */
export function isClientRequest(model: Model, node: TSESTree.Node): boolean {
  return isMadeRequest(model, node) || requestName.test(accessPath(node)?.at(-1) ?? '');
}

/** @returns whether an expression is what `http.request`, `https.request` or their `get` return, and nothing else */
export function isMadeRequest(model: Model, node: TSESTree.Node): boolean {
  const origins = originsOf(model, node).filter(({ kind }) => kind !== 'missing');
  return origins.length > 0 && origins.every((origin) => origin.kind === 'call' && isHttpCall(model, origin));
}

function isHttpCall(
  model: Model,
  { node, path }: { node: TSESTree.CallExpression; path: string[] },
): boolean {
  const reference = path.length === 0 ? referenceOf(model, node) : undefined;
  return (
    /^https?$/.test(reference?.module ?? '') && /^(?:default\.)?(?:request|get)$/.test(reference?.path ?? '')
  );
}

/** @returns false where a request is told to have a connection of its own, by `agent: false` */
export function mayKeepSocket(model: Model, request: TSESTree.Node): boolean {
  return !originsOf(model, request).some(
    (origin) =>
      origin.kind === 'call' &&
      origin.node.arguments.some((argument) => {
        const options = constantValue(model, argument);
        return (
          options.type === 'ObjectExpression' &&
          options.properties.some(
            (each) =>
              each.type === 'Property' &&
              memberName(each) === 'agent' &&
              each.value.type === 'Literal' &&
              each.value.value === false,
          )
        );
      }),
  );
}
