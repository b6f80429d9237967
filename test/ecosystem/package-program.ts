import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What can be said for any package: its own tsconfig is not published, and its tests' types are not installed. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
};

/** @returns a program of a package's TypeScript files, with the types of what is installed beside the package */
export function packageProgram(folder: string, files: readonly string[]): ts.Program {
  return ts.createProgram(
    files.map((file) => path.join(folder, file)),
    options,
  );
}
