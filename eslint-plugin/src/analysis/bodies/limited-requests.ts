import type { TSESTree } from '@typescript-eslint/utils';
import { usesResource, type Resource } from '../cleanup/resource-uses.js';
import {
  calledName,
  constantText,
  enclosingFunction,
  memberName,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { abortCallsOf } from '../controllers/abort-calls.js';
import type { Model } from '../model.js';
import { isTimeout } from '../timers/timers.js';

const headerWords = /header|connect|handshake|first|ttfb|idle|stall/i;

/** @returns whether the names in the call that ends a limit say that it was for less than the body */
export function isMeantForHeaders({ sourceCode }: Model, call: TSESTree.CallExpression): boolean {
  return headerWords.test(sourceCode.getText(call));
}

/** @returns whether another timer behind the call that ends a limit limits what follows */
export function isStartedAgain(
  model: Model,
  call: TSESTree.CallExpression,
  resources: readonly Resource[],
): boolean {
  const owner = enclosingFunction(call);
  return [...(owner ? ownLevelNodes(owner, model.sourceCode.visitorKeys) : [])].some(
    (node) =>
      node.type === 'CallExpression' &&
      node.range[0] > call.range[1] &&
      isTimeout(model, node) &&
      abortCallsOf(model, node.arguments[0]).some(({ controller }) =>
        usesResource(model, controller, resources),
      ),
  );
}

/** @returns whether the node is a `fetch` under the limit, for more than the headers */
export function isLimitedRequest(
  model: Model,
  node: TSESTree.Node,
  resources: readonly Resource[],
): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression' || calledName(node) !== 'fetch') return false;
  return usesResource(model, node, resources) && !node.arguments.some((each) => isForHeaders(model, each));
}

function isForHeaders(model: Model, argument: TSESTree.Node): boolean {
  const options = constantValue(model, argument);
  return (
    options.type === 'ObjectExpression' &&
    options.properties.some((each) => {
      if (each.type !== 'Property' || memberName(each) !== 'method') return false;
      return /^head$/i.test(constantText(unwrapped(each.value)) ?? '');
    })
  );
}
