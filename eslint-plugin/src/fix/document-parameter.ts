import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** @returns the JSDoc comment of a function: of its statement, or of itself where it is a method */
export function findDocumentation(sourceCode: SourceCode, owner: FunctionNode): TSESTree.Comment | undefined {
  const comment = sourceCode.getCommentsBefore(statementOf(owner)).at(-1);
  return comment?.type === 'Block' && comment.value.startsWith('*') ? comment : undefined;
}

function statementOf(owner: FunctionNode): TSESTree.Node {
  let statement: TSESTree.Node = owner;
  while (
    /^(?:VariableDeclarat|Export|MethodDefinition|PropertyDefinition|Property$)/.test(
      statement.parent?.type ?? '',
    )
  )
    statement = statement.parent ?? statement;
  return statement;
}

/** @returns how many parameters a JSDoc comment names */
export function countDocumented({ value }: TSESTree.Comment): number {
  return [...value.matchAll(/@param\s+(?:\{.*\}\s+)?\[?[\w$]+(?![\w$.])/g)].length;
}

/** Adds a tag to a JSDoc comment: behind the other parameters, before what is said of the result. */
export function addTag(
  fixer: TSESLint.RuleFixer,
  sourceCode: SourceCode,
  comment: TSESTree.Comment,
  tag: string,
): TSESLint.RuleFix {
  const newline = newlineOf(sourceCode);
  const line = `${indentationAt(sourceCode, comment.loc.start.line)} * `;
  if (comment.loc.start.line === comment.loc.end.line) {
    const text = comment.value.slice(1).trim();
    const gap =
      text === ''
        ? ''
        : `${line}${text}${newline}${text.startsWith('@') ? '' : `${line.trimEnd()}${newline}`}`;
    return fixer.replaceTextRange(
      comment.range,
      `/**${newline}${gap}${line}${tag}${newline}${line.trimEnd().slice(0, -1)}*/`,
    );
  }
  const index = comment.range[0] + 2 + placeInside(comment.value);
  return fixer.insertTextBeforeRange([index, index], `${line}${tag}${newline}`);
}

/** The start of the line of the first tag behind the parameters, or of the line that ends the comment. */
function placeInside(value: string): number {
  const lastParameter = value.lastIndexOf('@param');
  const tags = [...value.matchAll(/^[ \t]*\*[ \t]*@\w+/gm)].filter(({ index }) => index > lastParameter);
  return tags[0]?.index ?? value.search(/[^\n\r]*$/);
}
