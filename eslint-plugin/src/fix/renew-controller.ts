import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { outermost, type Controller, type Model } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Puts a new controller in the place of an aborted one, right behind the abort; a constant or read-only holder becomes
 * one that can be written.
 */
export function renewController(
  { sourceCode }: Model,
  abort: TSESTree.CallExpression,
  { name, made, field }: Controller,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const statement = outermost(abort).parent;
  const [only] = made;
  if (statement?.type !== 'ExpressionStatement' || statement.parent.type !== 'BlockStatement' || !only)
    return undefined;
  const keyword = field ? readonlyToken(sourceCode, field, name) : constToken(sourceCode, only);
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  return (fixer) => [
    ...(keyword && field ? [fixer.removeRange([keyword.range[0], keyword.range[1] + 1])] : []),
    ...(keyword && !field ? [fixer.replaceText(keyword, 'let')] : []),
    fixer.insertTextAfter(statement, `${line}${name} = new AbortController();`),
  ];
}

type SourceCode = Readonly<TSESLint.SourceCode>;

function readonlyToken(
  sourceCode: SourceCode,
  field: NonNullable<Controller['field']>,
  name: string,
): TSESTree.Token | undefined {
  const key = name.replace(/^this\./, '');
  const member = field.body.body.find(
    (each) => each.type === 'PropertyDefinition' && sourceCode.getText(each.key) === key,
  );
  return member && sourceCode.getFirstTokens(member, 4).find(({ value }) => value === 'readonly');
}

function constToken(sourceCode: SourceCode, made: TSESTree.Node): TSESTree.Token | undefined {
  const declaration = made.parent?.parent;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return undefined;
  return sourceCode.getFirstToken(declaration) ?? undefined;
}
