import { run } from '../support/run.js';

/**
 * Finds the language servers that run.
 *
 * @param extension the folder of the extension that started them
 * @returns the numbers of their processes
 */
export async function serverProcesses(extension: string): Promise<number[]> {
  const lines = (await run('ps', ['-A', '-o', 'pid=,args='])).split('\n');
  return lines
    .filter((line) => line.includes(`${extension}/dist/server.cjs`))
    .map((line) => parseInt(line, 10));
}
