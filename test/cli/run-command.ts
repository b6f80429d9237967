import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The shell command as it is built. */
export const command = fileURLToPath(new URL('../../server/dist/cli/main.js', import.meta.url));

/** What a process leaves behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The working directory. */
  cwd: string;
  /** What the environment has besides PATH. */
  env?: Record<string, string>;
  /** The user to run as. */
  uid?: number;
}

/** Runs `cancellation-lint` in a process of its own, without a terminal. */
export async function runCommand(args: readonly string[], { cwd, env, uid }: RunOptions): Promise<Outcome> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid }),
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
