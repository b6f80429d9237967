import { packageProject } from '../package-project.js';

/** A code base to measure on. */
export interface CodeBase {
  title: string;
  /** A project's folder with a tsconfig.json, and the sources in src/. */
  folder: string;
}

/** TypeScript that npm has the sources of: few files, some hundred and over a thousand; many signals, some and few. */
const packages = [
  { name: '@tanstack/query-core', version: '5.108.0' },
  { name: 'ai', version: '7.0.173' },
  { name: 'viem', version: '2.57.20', sources: '.' },
];

/** Brings the code bases onto this machine, one after the other. */
export async function* codeBases(): AsyncGenerator<CodeBase, void> {
  for (const { name, version, sources } of packages)
    yield { title: `${name} ${version}`, folder: await packageProject(name, version, sources) };
}
