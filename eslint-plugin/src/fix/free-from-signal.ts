import { isParenthesized } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { outermost, type Signal } from '../analysis/index.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/**
 * Takes a signal out of the call that it is handed to: its property, and the options object with it where nothing else
 * is in it; or its argument, where it is the last one.
 *
 * @returns undefined where that would lose a comment, move another argument, or leave brackets empty
 */
export function dropSignal(
  sourceCode: SourceCode,
  { node, member }: Pick<Signal, 'node' | 'member'>,
): Fix | undefined {
  if (member !== undefined) return undefined;
  const written = outermost(node);
  const property = written.parent?.type === 'Property' ? written.parent : undefined;
  const object = property?.parent;
  const isAll = object?.type === 'ObjectExpression' && object.properties.length === 1;
  const dropped = isAll && object.parent.type === 'CallExpression' ? object : (property ?? written);
  const range = rangeInList(sourceCode, dropped);
  if (!range || isParenthesized(dropped as never, sourceCode as never) || hasComment(sourceCode, range))
    return undefined;
  return (fixer) => fixer.removeRange(range);
}

/**
 * Puts a signal of its own in the place of one that may be aborted already.
 *
 * @param fresh the expression that makes it
 */
export function replaceSignal(
  sourceCode: SourceCode,
  { node, member }: Signal,
  fresh: string,
): Fix | undefined {
  const written = outermost(node);
  if (sourceCode.getCommentsInside(written).length > 0) return undefined;
  if (member !== undefined) {
    return (fixer) =>
      fixer.replaceText(written, `{ ...${sourceCode.getText(written)}, ${member}: ${fresh} }`);
  }
  const { parent } = written;
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return (fixer) =>
    isShorthand ? fixer.insertTextAfter(parent, `: ${fresh}`) : fixer.replaceText(written, fresh);
}

/** Removes a statement with its line. */
export function dropStatement(sourceCode: SourceCode, node: TSESTree.Node): Fix | undefined {
  const statement = outermost(node).parent;
  if (statement?.type !== 'ExpressionStatement' || statement.parent.type !== 'BlockStatement')
    return undefined;
  const before = sourceCode.getTokenBefore(statement, { includeComments: true });
  if (!before || hasComment(sourceCode, statement.range)) return undefined;
  return (fixer) => fixer.removeRange([before.range[1], statement.range[1]]);
}

/** An item of a list with one of the commas beside it; undefined for an argument that others follow. */
function rangeInList(sourceCode: SourceCode, item: TSESTree.Node): TSESTree.Range | undefined {
  const [before, after] = [sourceCode.getTokenBefore(item), sourceCode.getTokenAfter(item)];
  if (!before || !after) return undefined;
  if (after.value !== ',') return [before.value === ',' ? before.range[0] : item.range[0], item.range[1]];
  const next = sourceCode.getTokenAfter(after);
  if (next?.value === ')' || next?.value === '}') {
    return before.value === ',' ? [before.range[0], item.range[1]] : [item.range[0], after.range[1]];
  }
  return item.parent?.type === 'ObjectExpression'
    ? [item.range[0], next?.range[0] ?? after.range[1]]
    : undefined;
}

function hasComment(sourceCode: SourceCode, [start, end]: Readonly<TSESTree.Range>): boolean {
  return sourceCode.getAllComments().some(({ range }) => range[0] < end && range[1] > start);
}
