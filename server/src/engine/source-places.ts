import type { SourceCode } from 'eslint';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from './finding.js';

/** How the places of a text and those of its source code, as ESLint read it, belong together. */
export interface SourcePlaces {
  /** How much further an offset lies in the text, which may begin with a byte order mark. */
  shift: number;
  /** @returns the place of the text between two offsets of the source code */
  rangeOf: (start: number, end: number) => TextRange;
  /** @returns the offsets in the source code between which a place of the text lies */
  offsetsOf: (range: TextRange) => [number, number];
}

/**
 * @param text the text that was asked about; positions count a byte order mark, which ESLint leaves out
 * @param source what ESLint made of it
 */
export function sourcePlaces(text: string, source: SourceCode): SourcePlaces {
  const document = TextDocument.create('', '', 0, text);
  const shift = text.length - source.text.length;
  return {
    shift,
    rangeOf: (start, end) => ({
      start: document.positionAt(start + shift),
      end: document.positionAt(end + shift),
    }),
    offsetsOf: ({ start, end }) => [document.offsetAt(start) - shift, document.offsetAt(end) - shift],
  };
}
