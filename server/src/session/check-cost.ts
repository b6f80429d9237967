import type { QuickResult } from '../engine/engine.js';
import type { FileResult } from '../engine/finding.js';
import type { Log } from '../support/log.js';
import type { CheckTask } from './check-task.js';

/** Logs what a check came to and how long it took, from its start on the clock of `performance`. */
export function logCost(
  log: Log,
  uri: string,
  { start, result, types }: { start: number; result: FileResult; types: string },
): void {
  log.debug(() => {
    const duration = (performance.now() - start).toFixed(1);
    return `${uri}: checked in ${duration} ms ${types}; findings: ${result.findings.length}.`;
  });
}

/** @returns what a check without types says of them */
export function typesSaid({ options }: CheckTask, { types }: QuickResult): string {
  if (!options.types) return 'without types, which it is not to use';
  return typesWords[types];
}

const typesWords: Record<QuickResult['types'], string> = {
  unasked: 'without types, which no rule asked for',
  given: 'with types',
  missing: 'without types, which follow',
};
