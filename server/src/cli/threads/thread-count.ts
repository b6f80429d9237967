import { availableParallelism, totalmem } from 'node:os';
import process from 'node:process';

// More threads wait for the disk and for memory more than they get done.
const mostThreads = 8;
// What the TypeScript program of a large project takes.
const memoryPerThread = 2 * 1024 ** 3;
// A thread loads ESLint and TypeScript before it does anything, which is the time that so many files take.
const filesWorthAThread = 100;

/**
 * Decides how many threads check files.
 *
 * @param fileCount how many files are to be parsed
 * @param wanted what the user asked for; without it, the processors, the memory and the work decide
 * @returns 1 or more
 */
export function threadCount(fileCount: number, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, fileCount));
  const fitting = Math.floor(availableMemory() / memoryPerThread);
  const useful = 1 + Math.floor(fileCount / filesWorthAThread);
  return Math.max(1, Math.min(availableParallelism(), mostThreads, fitting, useful));
}

/** In bytes: of the machine, or of the container that the process runs in. */
function availableMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
