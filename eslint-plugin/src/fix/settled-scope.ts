import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, type Model } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Makes a controller `settled` in front of the statement that a promise stands in, which is aborted once the promise has
 * settled, so that `settled.signal` scopes listeners.
 *
 * @returns undefined where there is no such statement, where the name is taken, or where the promise has a type from its
 *   context that cannot be written down
 */
export function scopeBySettling(model: Model, promise: TSESTree.NewExpression): Fix | undefined {
  const { sourceCode } = model;
  const statement = statementAround(promise);
  if (!statement || isTaken(model, enclosingFunction(promise) ?? promise, ['settled'])) return undefined;
  const types = typesFromContext(model, promise);
  if (types === undefined) return undefined;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  return (fixer) => [
    fixer.insertTextBefore(statement, `const settled = new AbortController();${line}`),
    ...(types === '' ? [] : [fixer.insertTextAfter(promise.callee, types)]),
    fixer.insertTextAfter(promise, '.finally(() => { settled.abort(); })'),
  ];
}

/**
 * The type arguments that a promise was given by its context, and has to be given by hand when a method of it is called.
 *
 * @returns undefined where it has a context that does not say them
 */
function typesFromContext(model: Model, node: TSESTree.NewExpression): string | undefined {
  if (node.typeArguments) return '';
  const { parent } = node.parent.type === 'AwaitExpression' ? node.parent : node;
  switch (parent.type) {
    case 'ExpressionStatement':
      return '';
    case 'VariableDeclarator':
      return parent.id.typeAnnotation ? undefined : '';
    case 'ReturnStatement': {
      const type = enclosingFunction(node)?.returnType?.typeAnnotation;
      if (!type) return '';
      const isPromise =
        type.type === 'TSTypeReference' &&
        type.typeName.type === 'Identifier' &&
        type.typeName.name === 'Promise';
      return isPromise && type.typeArguments ? model.sourceCode.getText(type.typeArguments) : undefined;
    }
    default:
      return undefined;
  }
}

/** The statement of a block that a promise stands in, so that a declaration can go before it. */
function statementAround(node: TSESTree.Node): TSESTree.Statement | undefined {
  const closure = enclosingFunction(node);
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'BlockStatement') return inner as TSESTree.Statement;
    if (outer === closure) return undefined;
  }
  return undefined;
}

/** Does the code at a place use one of the names? */
export function isTaken(model: Model, place: TSESTree.Node, names: readonly string[]): boolean {
  const text = model.sourceCode.getText(place);
  return names.some((name) => new RegExp(String.raw`\b${name}\b`).test(text));
}
