import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { appendElements } from './append-elements.js';

/**
 * Adds a property as the last of an object literal, so that no spread in it can overwrite the property.
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
  if (last) return appendElements(fixer, sourceCode, { last, closing }, [property]);
  const space = opening.range[1] === closing.range[0] ? ' ' : '';
  return [fixer.insertTextAfter(opening, ` ${property}${space}`)];
}
