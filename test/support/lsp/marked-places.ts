import type { Range } from 'vscode-languageserver-protocol/node';
import type { MarkedCode } from '../marked-code.js';

/** @returns the marked places in the terms of the protocol */
export function markedPlaces({ marks }: MarkedCode): Range[] {
  return marks.map(({ line, column, endColumn }) => ({
    start: { line: line - 1, character: column - 1 },
    end: { line: line - 1, character: endColumn - 1 },
  }));
}
