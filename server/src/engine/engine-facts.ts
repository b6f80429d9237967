import { Linter } from 'eslint/universal';
import ts from 'typescript';
import type { FileProject } from './projects/programs-options.js';

/** What the engine tells of itself; plain data. */
export interface EngineFacts {
  /** The versions of what it brings along. */
  eslint: string;
  typescript: string;
  /** The version of the TypeScript that gives the types, where that is not the one that comes along. */
  native?: string;
  /** The TypeScript project of the file that was asked about. */
  project?: FileProject;
}

export const engineVersions: Pick<EngineFacts, 'eslint' | 'typescript'> = {
  eslint: Linter.version,
  typescript: ts.version,
};
