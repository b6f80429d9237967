import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, ownLevelNodes, type EarlyEnd, type Model } from '../analysis/index.js';
import { hasTextOverLines } from './clear-in-finally.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Moves the statement that ends a request's limit into the `finally` of a `try` around what follows it.
 *
 * @returns undefined where the response leaves, where the body is not read in the same block, and where the text cannot be
 *   moved by a step as it stands
 */
export function endAfterBody(model: Model, { statement, use }: EarlyEnd): Fix | undefined {
  const { sourceCode } = model;
  const block = statement?.parent;
  const owner = statement && enclosingFunction(statement);
  if (!statement || block?.type !== 'BlockStatement' || use.kind !== 'read' || !owner?.async)
    return undefined;
  const rest = block.body.slice(block.body.indexOf(statement) + 1);
  const [first] = rest;
  const last = rest.at(-1);
  if (!first || !last || use.node.range[0] < first.range[0] || use.node.range[1] > last.range[1])
    return undefined;
  const nodes = rest.flatMap((each) => ownLevelNodes(each, sourceCode.visitorKeys));
  const isRead = nodes.some(({ type }) => type === 'AwaitExpression' || type === 'ForOfStatement');
  const returned = nodes.filter((node) => node.type === 'ReturnStatement' && mayOutlast(node.argument));
  const isOnlyRead = returned.every((node) => node.type === 'ReturnStatement' && node.argument === use.node);
  const range: TSESTree.Range = [statement.range[1], last.range[1]];
  if ((!isRead && returned.length === 0) || !isOnlyRead || hasTextOverLines(sourceCode, range))
    return undefined;
  if (first.loc.start.line === statement.loc.end.line) return undefined;
  return (fixer) =>
    moved(fixer, sourceCode, { statement, range, returned: returned.length > 0 ? use.node : undefined });
}

/** What is not awaited may still be going on when it is returned. */
function mayOutlast(value: TSESTree.Expression | null): boolean {
  return value !== null && !/^(?:Await|Object|Array)Expression$|Literal$|^Identifier$/.test(value.type);
}

interface Move {
  statement: TSESTree.Statement;
  range: TSESTree.Range;
  /** A promise that has to be awaited before it is returned. */
  returned: TSESTree.Node | undefined;
}

function moved(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  { statement, range, returned }: Move,
): TSESLint.RuleFix[] {
  const line = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, statement.loc.start.line);
  const step = sourceCode.lines.some((each) => each.startsWith('\t')) ? '\t' : '  ';
  const { text } = sourceCode;
  const body = returned
    ? `${text.slice(range[0], returned.range[0])}await ${text.slice(returned.range[0], range[1])}`
    : text.slice(...range);
  const inner = body.replaceAll(/\n(?=[^\r\n])/g, `\n${step}`);
  const end = sourceCode.getText(statement).replaceAll(/\n(?=[^\r\n])/g, `\n${step}`);
  return [
    fixer.replaceTextRange(
      [statement.range[0], range[1]],
      `try {${inner}${line}${outer}} finally {${line}${outer}${step}${end}${line}${outer}}`,
    ),
  ];
}
