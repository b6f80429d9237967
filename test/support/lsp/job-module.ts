/** A module whose only type decides whether `runningJob` has a finding: with `AbortSignal` it has, with `string` not. */
export function jobModule(signalType: string): string {
  return `export interface Job { signal: ${signalType} }\n`;
}

/** Imports that module from `./job.js`; without types there is a finding whatever stands in it. */
export const runningJob = `import type { Job } from './job.js';

export async function run(job: Job): Promise<unknown> {
  try {
    return await fetch('https://example.org', { signal: job.signal });
  } catch {
    return undefined;
  }
}
`;
