import type ts from 'typescript';
import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';
import type { Document } from '../engine-options.js';
import type { StopSignal } from '../stop-signal.js';
import type { Programs } from './programs.js';
import type { SourceTexts } from './source-texts.js';

/** Where programs come from, and the texts that they are made of. */
export interface TypedTexts {
  programs: Programs;
  texts: SourceTexts;
}

/**
 * Uses the program of a text.
 *
 * @param use is given the program that holds this very text; none where no configuration includes its file
 * @throws the signal's reason when it aborts, and what `use` throws
 */
export function withTypes<Result>(
  { programs, texts }: TypedTexts,
  document: Document,
  signal: StopSignal | undefined,
  use: (types: ts.Program | undefined) => Result,
): Result {
  const types = programs.find(document.file);
  signal?.throwIfAborted();
  if (!types || hasText(types, document)) return use(types);
  return texts.during(document, () => use(programs.find(document.file)));
}

function hasText(program: ts.Program, { file, text }: Document): boolean {
  return program.getSourceFile(file)?.text === withoutByteOrderMark(text);
}
