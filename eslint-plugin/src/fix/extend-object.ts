import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Adds a property as the last of an object literal, so that no spread in it can overwrite the property. A literal that
 * has a property on each line gets one more line.
 *
 * @param property its text, such as `signal` or `signal: options.signal`
 * @returns the edits of one fix
 */
export function extendObject(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  object: TSESTree.ObjectExpression,
  property: string,
): TSESLint.RuleFix[] {
  const [opening, closing] = [sourceCode.getFirstToken(object), sourceCode.getLastToken(object)];
  const last = object.properties.at(-1);
  if (!opening || !closing) return [];
  if (!last)
    return [
      fixer.insertTextAfter(opening, ` ${property}${opening.range[1] === closing.range[0] ? ' ' : ''}`),
    ];
  const comma = sourceCode.getTokenAfter(last);
  const hasComma = comma?.value === ',';
  const isOneLine = last.loc.end.line === closing.loc.start.line;
  if (isOneLine) {
    const text = hasComma ? ` ${property},` : `, ${property}`;
    return [fixer.insertTextAfter(hasComma ? comma : last, text)];
  }
  const line = `${newlineOf(sourceCode)}${indentationAt(sourceCode, last.loc.start.line)}${property}`;
  const before = sourceCode.getTokenBefore(closing, { includeComments: true }) ?? last;
  const added = fixer.insertTextAfter(before, hasComma ? `${line},` : line);
  return hasComma ? [added] : [fixer.insertTextAfter(last, ','), added];
}
