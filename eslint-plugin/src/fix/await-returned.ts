import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ownLevelNodes, type EarlyCleanup, type Model } from '../analysis/index.js';
import { awaitPromise } from './await-promise.js';

/** How a returned promise can be awaited: where it stands, or after its function has become `async`. */
export interface ReturnAwait {
  makesAsync: boolean;
  fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

/**
 * Awaits a promise before it is returned.
 *
 * @returns undefined where the function cannot wait, where a `catch` would get to see an abort that it does not see now, and where
 *   waiting for the promise is not enough
 */
export function awaitReturned(model: Model, early: EarlyCleanup): ReturnAwait | undefined {
  const { promise, owner, hidesAbort, bringsBody } = early;
  if (hidesAbort || bringsBody || owner.generator) return undefined;
  const makesAsync = !owner.async;
  if (makesAsync && !canBecomeAsync(model, owner)) return undefined;
  return {
    makesAsync,
    fix: (fixer) => [
      ...waitFor(fixer, promise),
      ...(makesAsync ? awaitPromise(fixer, model, [{ kind: 'async', node: owner }]) : []),
    ],
  };
}

function waitFor(fixer: TSESLint.RuleFixer, promise: TSESTree.Expression): TSESLint.RuleFix[] {
  const binds = !/^(?:Conditional|Logical|Sequence|TSAs|TSSatisfies)Expression$/.test(promise.type);
  if (binds) return [fixer.insertTextBefore(promise, 'await ')];
  return [fixer.insertTextBefore(promise, 'await ('), fixer.insertTextAfter(promise, ')')];
}

/** Only where every result is a promise by the look of it does nobody notice. */
function canBecomeAsync(model: Model, owner: EarlyCleanup['owner']): boolean {
  const { parent } = owner;
  const isAccessor =
    (parent.type === 'MethodDefinition' && parent.kind !== 'method') ||
    (parent.type === 'Property' && parent.kind !== 'init');
  const annotation = owner.returnType?.typeAnnotation;
  const isPromise =
    annotation?.type === 'TSTypeReference' &&
    annotation.typeName.type === 'Identifier' &&
    annotation.typeName.name === 'Promise';
  const results = ownLevelNodes(owner.body, model.sourceCode.visitorKeys).filter(
    ({ type }) => type === 'ReturnStatement',
  );
  return !isAccessor && (annotation ? isPromise : results.length === 1);
}
