/** The sources of a project with one finding, `forward-abort-signal`: only its type tells that `work` takes a signal. */
export const typedSources = {
  'work.ts': `export async function work(url: string, options: { signal?: AbortSignal } = {}): Promise<string> {
  return (await fetch(url, options)).text();
}
`,
  'run.ts': `import { work } from './work.js';

export async function run(url: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return work(url);
}
`,
};

/** @returns files by their path in a folder */
export function filesIn(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
