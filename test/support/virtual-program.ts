import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { typedOptions } from './typed-program.js';

/** A TypeScript program of many texts that know nothing of each other: one checker for all of them. */
export interface VirtualProgram {
  /** The absolute paths of the texts, in their order. */
  files: readonly string[];
  program: ts.Program;
}

/** @param texts each with the extension of its language */
export function virtualProgram(texts: readonly { language: string; text: string }[]): VirtualProgram {
  // Beside the modules of the tests, so that `@types/node` is found.
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const byFile = new Map(
    texts.map(({ language, text }, index) => [path.join(folder, `text-${index}.${language}`), text]),
  );
  const options = { ...typedOptions, moduleDetection: ts.ModuleDetectionKind.Force };
  const host = ts.createCompilerHost(options);
  const virtual: Partial<ts.CompilerHost> = {
    fileExists: (file) => byFile.has(file) || ts.sys.fileExists(file),
    readFile: (file) => byFile.get(file) ?? ts.sys.readFile(file),
    getSourceFile: (file, languageVersion) => {
      const text = byFile.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion, true);
    },
  };
  const files = [...byFile.keys()];
  return { files, program: ts.createProgram(files, options, { ...host, ...virtual }) };
}
