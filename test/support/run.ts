import { execFile } from 'node:child_process';

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to standard output
 * @throws an error with the command and what it wrote to standard error, where it fails
 */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${[program, ...args].join(' ')}\n${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}

/** npm as this process was started by it, because `npm` on the path can be a script that only a shell can run. */
export function npm(...args: string[]): [program: string, args: string[]] {
  const script = process.env.npm_execpath;
  return script ? [process.execPath, [script, ...args]] : ['npm', args];
}
