import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, originsOf, outermost, unwrapped, type Model, type Repair } from '../analysis/index.js';

/**
 * Makes a function wait for a promise that is dropped.
 *
 * @param repairs the edits that lead there, each listed once
 * @returns the edits of one fix
 */
export function awaitPromise(
  fixer: TSESLint.RuleFixer,
  model: Model,
  repairs: readonly Repair[],
): TSESLint.RuleFix[] {
  return repairs.flatMap((repair) => {
    switch (repair.kind) {
      case 'await':
        return insertAwait(fixer, model, outermost(repair.node));
      case 'return':
        return dropVoid(fixer, model, repair.node);
      case 'async':
        return insertAsync(fixer, model, repair.node);
      case 'collect':
        return awaitAll(fixer, model, repair.node);
    }
  });
}

/** @returns whether every `forEach` and `map` among the edits can become the list of promises that it makes */
export function canAwaitPromise(model: Model, repairs: readonly Repair[]): boolean {
  return repairs.every(({ kind, node }) => {
    if (kind !== 'collect') return true;
    const [callback, ...others] = node.arguments;
    const callee = unwrapped(node.callee);
    if (callee.type !== 'MemberExpression' || !isFunction(callback) || others.length > 0) return false;
    return callback.params.length < 2 || !isKeyedCollection(model, callee.object);
  });
}

function insertAwait(fixer: TSESLint.RuleFixer, model: Model, promise: TSESTree.Node): TSESLint.RuleFix[] {
  const { parent } = promise;
  if (parent?.type !== 'UnaryExpression') return [fixer.insertTextBefore(promise, 'await ')];
  const operator = model.sourceCode.getFirstToken(parent);
  return operator ? [fixer.replaceText(operator, 'await')] : [];
}

function dropVoid(
  fixer: TSESLint.RuleFixer,
  { sourceCode }: Model,
  node: TSESTree.UnaryExpression,
): TSESLint.RuleFix[] {
  const [operator] = sourceCode.getFirstTokens(node, 1);
  const next = operator && sourceCode.getTokenAfter(operator, { includeComments: true });
  return operator && next ? [fixer.removeRange([operator.range[0], next.range[0]])] : [];
}

function insertAsync(
  fixer: TSESLint.RuleFixer,
  { sourceCode }: Model,
  node: TSESTree.Node,
): TSESLint.RuleFix[] {
  const { parent } = node;
  const isMethod =
    parent?.type === 'MethodDefinition' ||
    (parent?.type === 'Property' && parent.method && parent.value === node);
  if (!isMethod) return [fixer.insertTextBefore(node, 'async ')];
  const bracket = parent.computed ? sourceCode.getTokenBefore(parent.key) : null;
  return [fixer.insertTextBefore(bracket ?? parent.key, 'async ')];
}

/** `items.forEach(f)` becomes `await Promise.allSettled(items.map(f))`, so that one failure keeps no other from running. */
function awaitAll(
  fixer: TSESLint.RuleFixer,
  model: Model,
  call: TSESTree.CallExpression,
): TSESLint.RuleFix[] {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return [];
  const whole = outermost(call);
  const fallback = whole.type === 'ChainExpression' ? ' ?? []' : '';
  const isAwaited = whole.parent?.type === 'AwaitExpression';
  const start = [
    ...(isAwaited ? [] : insertAwait(fixer, model, whole)),
    fixer.insertTextBefore(whole, 'Promise.allSettled('),
  ];
  const [callback] = call.arguments;
  if (!callback || !isKeyedCollection(model, callee.object)) {
    return [
      ...start,
      fixer.replaceText(callee.property, 'map'),
      fixer.insertTextAfter(whole, `${fallback})`),
    ];
  }
  return [
    ...start,
    fixer.insertTextBefore(whole, 'Array.from('),
    fixer.replaceTextRange([callee.property.range[0], callback.range[0]], `values()${fallback}, `),
    fixer.insertTextAfter(whole, ')'),
  ];
}

/** A Map or a Set has `forEach`, but no `map`. */
function isKeyedCollection(model: Model, object: TSESTree.Node): boolean {
  return originsOf(model, object).some((origin) => {
    if (!('path' in origin) || origin.path.length > 0) return false;
    if (origin.kind === 'new') return isKeyedName(origin.node.callee);
    const annotation = origin.kind === 'parameter' && origin.name.typeAnnotation?.typeAnnotation;
    return annotation && annotation.type === 'TSTypeReference' && isKeyedName(annotation.typeName);
  });
}

function isKeyedName(node: TSESTree.Node): boolean {
  return node.type === 'Identifier' && /^(?:Readonly)?(?:Map|Set)$/.test(node.name);
}
