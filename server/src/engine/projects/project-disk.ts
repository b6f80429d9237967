import ts from 'typescript';
import type { SourceTexts } from './source-texts.js';

/** All that TypeScript asks of the disk when it reads a configuration and makes a program. */
export type ProjectDisk = Required<
  Pick<
    ts.System,
    'fileExists' | 'readFile' | 'directoryExists' | 'getDirectories' | 'readDirectory' | 'realpath'
  >
>;

/** @returns the disk, with the texts of open documents in place of what is there */
export function projectDisk(texts: Pick<SourceTexts, 'exists' | 'read'>): ProjectDisk {
  return {
    fileExists: (file) => texts.exists(file),
    readFile: (file) => texts.read(file),
    directoryExists: (directory) => ts.sys.directoryExists(directory),
    getDirectories: (directory) => ts.sys.getDirectories(directory),
    readDirectory: (...request) => ts.sys.readDirectory(...request),
    realpath: (file) => ts.sys.realpath?.(file) ?? file,
  };
}
