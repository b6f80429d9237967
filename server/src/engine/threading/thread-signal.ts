import { setImmediate } from 'node:timers/promises';
import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';
import type { Document, InspectOptions } from '../engine-options.js';
import type { TypedTexts } from '../projects/with-types.js';
import { defaultMaximumBytes } from '../read-source.js';
import type { RuleRunner } from '../rule-runner.js';
import { findNewError } from './new-errors.js';
import { OwnSources } from './own-sources.js';
import { SignalThread } from './signal-thread.js';
import {
  defaultThreadLimits,
  ThreadTrouble,
  type ThreadedSignal,
  type ThreadLimits,
} from './threaded-signal.js';

type Parts = TypedTexts & { runner: RuleRunner };

/** A function from which a signal is threaded, by the offset of its name in the text; a byte order mark counts. */
export type ThreadRequest = Document & { name: number; limits?: ThreadLimits };

/**
 * Threads a signal through the callers of a function, in all files of the projects that use it.
 *
 * @returns the edits, which bring no new type error, or why there are none
 * @throws the signal's reason when it aborts
 */
export async function threadSignal(
  parts: Parts,
  request: ThreadRequest,
  options: InspectOptions,
): Promise<ThreadedSignal> {
  options.signal?.throwIfAborted();
  // What follows is synchronous, so it begins with a turn of the event loop, in which an abort can arrive.
  await setImmediate();
  options.signal?.throwIfAborted();
  try {
    return thread(parts, request, options);
  } catch (error) {
    if (error instanceof ThreadTrouble) return { trouble: error.message };
    throw error;
  }
}

function thread(
  { engines, texts, runner }: Parts,
  { file, text, name, limits = defaultThreadLimits }: ThreadRequest,
  { types = true, maximumBytes = defaultMaximumBytes, signal }: InspectOptions,
): ThreadedSignal {
  const seen = withoutByteOrderMark(text);
  const projects = types ? engines.own.findUsers(file) : [];
  signal?.throwIfAborted();
  if (!projects)
    throw new ThreadTrouble('Too many TypeScript projects use this file to look through all of them.');
  if (projects.length === 0)
    throw new ThreadTrouble('This file is in no TypeScript project, so nobody knows the callers.');
  if (!projects.some((project) => project.program().getSourceFile(file)?.text === seen))
    throw new ThreadTrouble('The file has changed meanwhile.');
  const sources = new OwnSources(projects, runner, maximumBytes);
  const way = new SignalThread({ projects, sources, limits, signal });
  const stops = way.follow({ file, name: name - (text.length - seen.length) });
  const files = way.files();
  if (files.length === 0)
    throw new ThreadTrouble('There is nothing to change: every call that could pass the signal on does so.');
  const error = findNewError(projects, texts, files, signal);
  if (error)
    throw new ThreadTrouble(
      `Nothing is changed, since TypeScript would find a new error in ${error.file}: ${error.message}`,
    );
  return { files, stops: [...stops] };
}
