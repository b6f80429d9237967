import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Throws the reasons of what was rejected, right behind the statement that waits for all of it.
 *
 * @param results the awaited `Promise.allSettled`
 * @returns undefined where they are not a statement of their own or the value of a constant
 */
export function throwFailures(
  { sourceCode, isTypeScript }: Model,
  results: TSESTree.Node,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { parent } = results;
  const isDropped = parent?.type === 'ExpressionStatement';
  const isNamed = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier';
  const statement = isDropped ? parent : isNamed ? parent.parent : undefined;
  const holder = statement?.parent.type;
  const name =
    isNamed && parent.id.type === 'Identifier'
      ? parent.id.name
      : findFreeName(sourceCode, ['results', 'settled']);
  const failures = findFreeName(sourceCode, ['failures', 'reasons']);
  if (!statement || (holder !== 'BlockStatement' && holder !== 'Program') || !name || !failures)
    return undefined;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  const type = isTypeScript ? ': unknown[]' : '';
  const collect = `const ${failures} = ${name}.flatMap((each)${type} => (each.status === 'rejected' ? [each.reason] : []));`;
  const check = `if (${failures}.length > 0) throw new AggregateError(${failures}, 'Not all of it has succeeded.');`;
  return (fixer) => [
    ...(isDropped ? [fixer.insertTextBefore(statement, `const ${name} = `)] : []),
    fixer.insertTextAfter(statement, `${line}${collect}${line}${check}`),
  ];
}
