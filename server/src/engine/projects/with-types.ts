import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';
import type { Document } from '../engine-options.js';
import type { StopSignal } from '../stop-signal.js';
import type { TypeEngines, TypesOption } from '../native/type-engines.js';
import type { ProjectTypes } from './project-types.js';
import type { SourceTexts } from './source-texts.js';

/** Where types come from, and the texts that have them. */
export interface TypedTexts {
  engines: TypeEngines;
  texts: SourceTexts;
}

/**
 * Uses the types of a text.
 *
 * @param types whose; they have to be prepared
 * @param use is given those of the project that holds this very text; none where no configuration includes its file
 * @throws the signal's reason when it aborts, and what `use` throws
 */
export function withTypes<Result>(
  { engines, texts }: TypedTexts,
  document: Document,
  { types, signal }: { types: TypesOption | undefined; signal: StopSignal | undefined },
  use: (project: ProjectTypes | undefined) => Result,
): Result {
  return engines.ask(types, (programs) => {
    const project = programs.find(document.file);
    signal?.throwIfAborted();
    if (!project || hasText(project, document)) return use(project);
    return texts.during(document, () => use(programs.find(document.file)));
  });
}

function hasText(project: ProjectTypes, { file, text }: Document): boolean {
  return project.textOf(file) === withoutByteOrderMark(text);
}
