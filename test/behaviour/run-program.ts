import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { EventLog } from './event-log.js';
import { LoopbackServer } from './loopback-server.js';
import { ProgramRun, type ProgramEnd } from './program-run.js';
import type { Cancellation, Scenario } from './scenario.js';

export interface Left extends ProgramEnd {
  files: Record<string, string>;
  requests: string[];
}

/** The time in milliseconds that a program is given where no timeout is to cancel it. */
const ample = 600_000;

/**
 * Runs a program against its server, in a process and a folder of its own, and waits until it has ended by itself.
 *
 * @param code the program, in TypeScript
 * @param how `undisturbed`, or cancelled as its scenario says; then the server completes the answer that it holds once
 *   `releasedOnce` was seen, or never
 * @returns what is left of the run
 * @throws an error that says which state did not come, where one does not; the program is killed then
 */
export async function runProgram(
  code: string,
  { script, cancellation }: Scenario,
  how: 'undisturbed' | { releasedOnce?: string },
): Promise<Left> {
  const folder = await mkdtemp(join(tmpdir(), 'behaviour-'));
  const log = new EventLog();
  const isCancelled = how !== 'undisturbed';
  const server = await LoopbackServer.start(isCancelled ? script : { answers: script.answers }, log);
  try {
    const home = join(folder, 'home');
    await mkdir(home);
    const file = await compile(code, folder);
    const time = isCancelled && cancellation.by === 'a timeout' ? cancellation.milliseconds : ample;
    const run = ProgramRun.start(file, [server.origin, String(time)], home, log);
    try {
      if (isCancelled) await cancel(run, cancellation);
      if (isCancelled && how.releasedOnce !== undefined) {
        await run.reaches(how.releasedOnce);
        server.release();
      }
      const end = await run.end();
      return { ...end, files: await filesIn(home), requests: await server.endedRequests() };
    } finally {
      await run.stop();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function compile(code: string, folder: string): Promise<string> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const file = join(folder, 'program.mjs');
  await writeFile(file, outputText);
  return file;
}

async function cancel(run: ProgramRun, cancellation: Cancellation): Promise<void> {
  if (cancellation.by === 'a timeout') return;
  for (const event of [cancellation.once, cancellation.again]) {
    if (event === undefined) continue;
    await run.reaches(event);
    if (cancellation.by === 'a message') run.tell('cancel');
    else run.deliver(cancellation.by);
  }
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
