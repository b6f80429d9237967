import type { Model } from '../model.js';

/**
 * Is the file the code of a worker thread alone: does it talk to its parent, and neither ask which thread it runs in nor
 * start workers itself?
 */
export function isWorkerFile({ sourceCode }: Model): boolean {
  const { text } = sourceCode;
  return (
    /\bworker_threads\b/.test(text) &&
    /\bparentPort\b/.test(text) &&
    !/\bisMainThread\b|\bnew\s+(?:\w+\.)?Worker\b/.test(text)
  );
}
