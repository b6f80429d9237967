/** A finding that a case expects: its place, 1-based like ESLint's, and its message id. */
export interface Mark {
  line: number;
  column: number;
  endColumn: number;
  messageId: string;
}

export interface MarkedCode {
  code: string;
  marks: Mark[];
}

const markLine = /^(?<indent>\s*)(?<squiggle>~+) (?<messageId>\w+)$/;

/**
 * Reads code in which a line of `~` under an expression, with a message id behind it, marks a finding.
 *
 * @param text marked code, indented as far as its first line
 * @returns the code without indentation and marks, and the marks
 */
export function readMarkedCode(text: string): MarkedCode {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indentation = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const code: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines.map((each) => each.slice(indentation))) {
    const { indent, squiggle, messageId } = markLine.exec(line)?.groups ?? {};
    if (indent === undefined || squiggle === undefined || messageId === undefined) {
      code.push(line);
      continue;
    }
    const column = indent.length + 1;
    marks.push({ line: code.length, column, endColumn: column + squiggle.length, messageId });
  }
  return { code: `${code.join('\n')}\n`, marks };
}
