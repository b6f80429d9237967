/** A function that takes an abort for an empty answer, and what its quick fix makes of it. */
export const swallowing = `export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { signal });
    return await response.json();
  } catch {
    return undefined;
  }
}
`;

/** The rule that finds it. */
export const swallowingRule = 'cancellation/no-swallowed-abort';

/** @returns the text of a `.vscode/settings.json` that sets this rule */
export function settingRule(severity: 'off' | 'warn' | 'error'): string {
  return JSON.stringify({ 'cancellation.rules': { [swallowingRule]: severity } });
}

export const letThrough = swallowing.replace('catch {', 'catch {\n    signal.throwIfAborted();');

/** A project where only the type of an imported function tells that it takes a signal. */
export const typedProject = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["*.ts"] }\n',
  'store.ts': `export interface ReadOptions {
  signal?: AbortSignal;
}

export declare function readRecord(key: string, options?: ReadOptions): Promise<string>;
`,
  'report.ts': `import { readRecord } from './store.js';

export async function report(key: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const record = await readRecord(key);
  return record.trim();
}
`,
};

/** The same project in the folder `typed`. */
export const typedFolder = Object.fromEntries(
  Object.entries(typedProject).map(([name, text]) => [`typed/${name}`, text]),
);

export const forwarding = typedProject['report.ts'].replace('readRecord(key)', 'readRecord(key, { signal })');

/** A function whose signal has a way to go, in a file with nothing to find. */
export const relaying = `const controller = new AbortController();
process.once('SIGTERM', () => controller.abort());

export async function copy(from: string, signal: AbortSignal): Promise<void> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(5_000)]);
  await fetch(from, { signal: limited });
}

void copy('/here', controller.signal);
`;

/** Two calls that could take the signal of their function, and are not given it. */
export const dropping = `export async function copy(from: string, to: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const body = await fetch(from);
  await fetch(to);
  await body.text();
}
`;

/** The function that takes an abort for an empty answer, in JavaScript. */
export const swallowingScript = swallowing
  .replace('url: string, signal: AbortSignal', 'url, signal')
  .replace(': Promise<unknown>', '');
