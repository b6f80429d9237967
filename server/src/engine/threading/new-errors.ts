import ts from 'typescript';
import type { ProjectSearch } from '../projects/project.js';
import { toKey, type SourceTexts } from '../projects/source-texts.js';
import type { StopSignal } from '../stop-signal.js';
import type { ThreadedFile } from './threaded-signal.js';

/** An error that TypeScript would find, and the file in which it would. */
export interface NewError {
  file: string;
  message: string;
}

/**
 * Tries edits out.
 *
 * @param texts what the projects are made of; they are afterwards what they were
 * @returns the first error that the edited files would have and do not have now
 * @throws the signal's reason when it aborts
 */
export function findNewError(
  projects: readonly ProjectSearch[],
  texts: SourceTexts,
  files: readonly ThreadedFile[],
  signal: StopSignal | undefined,
): NewError | undefined {
  const before = errorsOf(projects, files, signal);
  const after = withEdits(texts, files, () => errorsOf(projects, files, signal));
  for (const [file, errors] of after) {
    const known = [...(before.get(file) ?? [])];
    for (const message of errors) {
      const index = known.indexOf(message);
      if (index < 0) return { file, message };
      known.splice(index, 1);
    }
  }
  return undefined;
}

function withEdits<Result>(
  texts: SourceTexts,
  [first, ...others]: readonly ThreadedFile[],
  action: () => Result,
): Result {
  if (!first) return action();
  const edited = { file: first.file, text: applied(first) };
  return texts.during(edited, () => withEdits(texts, others, action));
}

function applied({ text, edits }: ThreadedFile): string {
  return edits.reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    text,
  );
}

/** By file, what TypeScript says of it in the project that names it. */
function errorsOf(
  projects: readonly ProjectSearch[],
  files: readonly ThreadedFile[],
  signal: StopSignal | undefined,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { file } of files) {
    signal?.throwIfAborted();
    const project = projects.find(({ config }) => config.files.has(toKey(file))) ?? projects[0];
    const program = project?.program();
    const source = program?.getSourceFile(file);
    const diagnostics = source ? program?.getSemanticDiagnostics(source) : undefined;
    found.set(
      file,
      (diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    );
  }
  return found;
}
