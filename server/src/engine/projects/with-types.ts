import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';
import type { Document } from '../engine-options.js';
import type { StopSignal } from '../stop-signal.js';
import type { Programs } from './programs.js';
import type { ProjectTypes } from './project-types.js';
import type { SourceTexts } from './source-texts.js';

/** Where programs come from, and the texts that they are made of. */
export interface TypedTexts {
  programs: Programs;
  texts: SourceTexts;
}

/**
 * Uses the types of a text.
 *
 * @param use is given those of the project that holds this very text; none where no configuration includes its file
 * @throws the signal's reason when it aborts, and what `use` throws
 */
export function withTypes<Result>(
  { programs, texts }: TypedTexts,
  document: Document,
  signal: StopSignal | undefined,
  use: (types: ProjectTypes | undefined) => Result,
): Result {
  const types = programs.find(document.file);
  signal?.throwIfAborted();
  if (!types || hasText(types, document)) return use(types);
  return texts.during(document, () => use(programs.find(document.file)));
}

function hasText(types: ProjectTypes, { file, text }: Document): boolean {
  return types.textOf(file) === withoutByteOrderMark(text);
}
