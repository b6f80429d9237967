import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, isFunction, outermost, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';

const requestName = /(?:^|_|[a-z]|#)(?:req|request)$|^(?:req|request)$/i;
const responseName = /(?:^|_|[a-z]|#)(?:res|response|reply)$|^(?:res|response|reply)$/i;

/**
 * Which half of an exchange of a Node server an expression is, by its name: `req`, `nodeRequest`, `ctx.res`, `reply.raw`.
 *
 * @returns undefined for what the code itself has made, such as the request of a client
 */
export function exchangePartOf(model: Model, node: TSESTree.Node): 'request' | 'response' | undefined {
  const path = accessPath(unwrapped(node));
  const name = path?.at(-1) === 'raw' ? path.at(-2) : path?.at(-1);
  if (name === undefined || !isGiven(model, node)) return undefined;
  if (requestName.test(name)) return 'request';
  return responseName.test(name) ? 'response' : undefined;
}

function isGiven(model: Model, node: TSESTree.Node): boolean {
  return originsOf(model, node).every((origin) => {
    if (origin.kind === 'call' || origin.kind === 'new') return origin.path.length > 0;
    return origin.kind !== 'parameter' || !isClientCallback(origin.owner);
  });
}

/** `http.get(url, (response) => ...)`: what a client gets. A server's handler takes two parameters. */
function isClientCallback(owner: TSESTree.Node): boolean {
  return isFunction(owner) && owner.params.length === 1 && outermost(owner).parent?.type === 'CallExpression';
}

/** @returns the response's name, where the function takes one beside the request */
export function findResponseBeside(model: Model, request: TSESTree.Node): string | undefined {
  const [origin] = originsOf(model, request);
  if (origin?.kind !== 'parameter' || origin.path.length > 0) return undefined;
  for (const parameter of origin.owner.params) {
    if (parameter.type === 'Identifier' && responseName.test(parameter.name)) return parameter.name;
  }
  return undefined;
}
