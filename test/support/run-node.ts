import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

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
  env?: NodeJS.ProcessEnv;
  /** Another Node than this one. */
  node?: string;
  /** The user to run as. */
  uid?: number;
}

/**
 * Runs Node in a process of its own, without a terminal.
 *
 * @param args the script and its arguments
 * @returns what came of it, whatever the exit code
 */
export async function runNode(
  args: readonly string[],
  { cwd, env, node = process.execPath, uid }: RunOptions,
): Promise<Outcome> {
  const child = spawn(node, args, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid }),
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
