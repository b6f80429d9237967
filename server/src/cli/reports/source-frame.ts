import { codeFrameColumns } from '@babel/code-frame';
import type { TextRange } from '../../engine/finding.js';

const linesAround = 2;
// A longer line is not one that a person wrote or could read in a terminal.
const longestLine = 240;

/**
 * Draws the lines around a place, with the place marked; only its first line where it spans several.
 *
 * @param lines the lines of the file
 * @param range the place
 * @param isColoured whether to highlight the code for a terminal
 * @returns the drawing, without a line break at its end; empty where a line is too long to show
 */
export function sourceFrame(
  lines: readonly string[],
  { start, end }: TextRange,
  isColoured: boolean,
): string {
  const first = Math.max(0, start.line - linesAround);
  const shown = lines.slice(first, start.line + linesAround + 1);
  if (shown.some((line) => line.length > longestLine)) return '';
  const lastColumn = end.line === start.line ? end.character : (lines[start.line]?.length ?? 0);
  return codeFrameColumns(
    // The lines before are left empty, so that the numbers are right and nothing else is highlighted.
    '\n'.repeat(first) + shown.join('\n'),
    {
      start: { line: start.line + 1, column: start.character + 1 },
      end: { line: start.line + 1, column: lastColumn + 1 },
    },
    {
      linesAbove: linesAround,
      linesBelow: linesAround,
      highlightCode: isColoured,
      forceColor: isColoured,
    },
  );
}
