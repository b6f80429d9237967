import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const serverFile = fileURLToPath(
  new URL('../../../server/dist/cancellation-language-server.js', import.meta.url),
);

/** The language server as it is built, in a process of its own. */
export interface ServerProcess {
  child: ChildProcessWithoutNullStreams;
  /** The exit code, when it has one. */
  exitCode: Promise<number | null>;
  /** All that it wrote to standard error. */
  errors: Promise<string>;
}

/** Starts the server. */
export function startServerProcess(args: readonly string[] = ['--stdio']): ServerProcess {
  return serverProcess(spawn(process.execPath, [serverFile, ...args]));
}

/** @returns a process that has been started as the server */
export function serverProcess(child: ChildProcessWithoutNullStreams): ServerProcess {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  return { child, exitCode: exited.then(([code]) => code), errors: text(child.stderr) };
}
