import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * Inserts a statement as the first of a block, or a member as the first of a class, on a line of its own, indented like its neighbours.
 *
 * @returns the edits of one fix
 */
export function insertFirst(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  block: TSESTree.BlockStatement | TSESTree.ClassBody,
  statement: string,
): TSESLint.RuleFix[] {
  const newline = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, block.loc.start.line);
  const inner = indentationInside(sourceCode, block);
  const opened = [
    fixer.insertTextAfterRange([block.range[0], block.range[0] + 1], `${newline}${inner}${statement}`),
  ];
  const isOneLine = block.loc.start.line === block.loc.end.line;
  if (!isOneLine) return opened;
  return [...opened, fixer.insertTextBeforeRange([block.range[1] - 1, block.range[1]], `${newline}${outer}`)];
}

/** Appends a statement to a block, on a line of its own, indented like its neighbours. */
export function appendTo(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  block: TSESTree.BlockStatement,
  statement: string,
): TSESLint.RuleFix | TSESLint.RuleFix[] {
  const last = block.body.at(-1);
  if (!last) return insertFirst(fixer, sourceCode, block, statement);
  return fixer.insertTextAfter(
    last,
    `${newlineOf(sourceCode)}${indentationInside(sourceCode, block)}${statement}`,
  );
}

/** @returns the line break that the file uses */
export function newlineOf(sourceCode: Readonly<TSESLint.SourceCode>): string {
  return sourceCode.text.includes('\r\n') ? '\r\n' : '\n';
}

/** @returns the white space that a line (1-based) starts with */
export function indentationAt(sourceCode: Readonly<TSESLint.SourceCode>, line: number): string {
  return /^\s*/.exec(sourceCode.lines[line - 1] ?? '')?.[0] ?? '';
}

/** @returns the white space before the statements of a block: as its first one has it, or one step deeper */
function indentationInside(
  sourceCode: Readonly<TSESLint.SourceCode>,
  block: TSESTree.BlockStatement | TSESTree.ClassBody,
): string {
  const [first] = block.body;
  const outer = indentationAt(sourceCode, block.loc.start.line);
  if (first && first.loc.start.line > block.loc.start.line)
    return indentationAt(sourceCode, first.loc.start.line);
  return outer + (sourceCode.lines.some((line) => line.startsWith('\t')) ? '\t' : '  ');
}

/** Makes a statement the last that a function runs; an expression body becomes a block. */
export function endFunctionWith(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  { body }: TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression,
  statement: string,
): TSESLint.RuleFix | TSESLint.RuleFix[] {
  if (body.type === 'BlockStatement') return appendTo(fixer, sourceCode, body, statement);
  return fixer.replaceText(body, `{ ${sourceCode.getText(body)}; ${statement} }`);
}
