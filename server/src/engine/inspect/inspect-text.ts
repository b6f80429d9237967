import { setImmediate } from 'node:timers/promises';
import type { SourceCode } from 'eslint';
import type { Document, InspectOptions } from '../engine-options.js';
import type { ProjectTypes } from '../projects/project-types.js';
import { withTypes, type TypedTexts } from '../projects/with-types.js';
import { asSource, defaultMaximumBytes } from '../read-source.js';
import type { RuleRunner } from '../rule-runner.js';

/**
 * Asks something about a text.
 *
 * @param engine reads the text, with types where there are any
 * @param document the text, as the content of a file
 * @param options what types are used, and what stops it
 * @param ask is given what ESLint makes of the text
 * @returns the answer; undefined for a text that is too large, that is none, or that has a syntax error
 * @throws the signal's reason when it aborts
 */
export async function inspectText<Answer>(
  engine: TypedTexts & { runner: RuleRunner },
  document: Document,
  options: InspectOptions,
  ask: (source: SourceCode) => Answer,
): Promise<Answer | undefined> {
  const { types = true, maximumBytes = defaultMaximumBytes, signal } = options;
  signal?.throwIfAborted();
  if ('trouble' in asSource(document.text, maximumBytes)) return undefined;
  // What follows is synchronous, so it begins with a turn of the event loop, in which an abort can arrive.
  await setImmediate();
  await engine.engines.prepare(types);
  signal?.throwIfAborted();
  const read = (project?: ProjectTypes): Answer | undefined => {
    const source = engine.runner.read(document, project);
    signal?.throwIfAborted();
    return source && ask(source);
  };
  return types ? withTypes(engine, document, { types, signal }, read) : read();
}
