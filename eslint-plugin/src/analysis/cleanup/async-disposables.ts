import type { TSESTree } from '@typescript-eslint/utils';
import { findCalledFunction, findClass } from '../code/local-functions.js';
import type { Model } from '../model.js';
import { memberName, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';

/**
 * Is the value for certain an object that has `[Symbol.asyncDispose]` and no `[Symbol.dispose]`?
 *
 * @param value what a `using` declaration is given
 * @returns true for an instance of such a class of this file, such an object literal, and a function that returns one
 */
export function isAsyncDisposable(model: Model, value: TSESTree.Node): boolean {
  const inner = constantValue(model, value);
  switch (inner.type) {
    case 'ObjectExpression':
      return disposesOnlyAsync(inner.properties);
    case 'NewExpression': {
      const made = findClass(model, inner.callee);
      return made !== undefined && !made.superClass && disposesOnlyAsync(made.body.body);
    }
    case 'CallExpression':
      return isMadeBy(model, inner, false);
    case 'AwaitExpression': {
      const awaited = unwrapped(inner.argument);
      return awaited.type === 'CallExpression' && isMadeBy(model, awaited, true);
    }
    default:
      return false;
  }
}

function disposesOnlyAsync(members: readonly TSESTree.Node[]): boolean {
  if (members.some((member) => member.type === 'SpreadElement')) return false;
  const symbols = members.map((member) => disposalSymbol(member));
  return symbols.includes('asyncDispose') && !symbols.includes('dispose');
}

function disposalSymbol(member: TSESTree.Node): string | undefined {
  const isMember =
    member.type === 'MethodDefinition' || member.type === 'PropertyDefinition' || member.type === 'Property';
  if (!isMember || !member.computed) return undefined;
  const key: TSESTree.Node = member.key;
  return key.type === 'MemberExpression' ? memberName(key) : undefined;
}

/** Does a function of this file return nothing else? */
function isMadeBy(model: Model, call: TSESTree.CallExpression, isAwaited: boolean): boolean {
  const maker = findCalledFunction(model, call);
  if (!maker || maker.generator || maker.async !== isAwaited) return false;
  const results = maker.body.type === 'BlockStatement' ? returnedValues(model, maker.body) : [maker.body];
  return (
    results.length > 0 &&
    results.every((result) => {
      const value = unwrapped(result);
      return (
        value.type !== 'CallExpression' && value.type !== 'AwaitExpression' && isAsyncDisposable(model, value)
      );
    })
  );
}

function returnedValues(model: Model, body: TSESTree.BlockStatement): TSESTree.Node[] {
  return ownLevelNodes(body, model.sourceCode.visitorKeys)
    .filter((node) => node.type === 'ReturnStatement')
    .map((node) => node.argument ?? node);
}
