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

export const forwarding = typedProject['report.ts'].replace('readRecord(key)', 'readRecord(key, { signal })');
