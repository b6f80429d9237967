import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** How the tests read a text with types. */
export const typedOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  jsx: ts.JsxEmit.Preserve,
  types: ['node'],
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
};

/** A TypeScript program of one virtual file, rebuilt cheaply for each new text. */
export class TypedProgram {
  readonly file: string;
  readonly #service: ts.LanguageService;
  readonly #diagnostics = new Map<string, string[]>();
  #text = '';
  #version = 0;

  /** @param name the virtual file's name; it stands beside this module, so that `@types/node` is found */
  constructor(name: string) {
    this.file = fileURLToPath(new URL(name, import.meta.url));
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => typedOptions,
      getScriptFileNames: () => [this.file],
      getScriptVersion: (file) => (file === this.file ? String(this.#version) : '0'),
      getScriptSnapshot: (file) => {
        const text = file === this.file ? this.#text : ts.sys.readFile(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
      getDefaultLibFileName: (compilerOptions) => ts.getDefaultLibFilePath(compilerOptions),
      fileExists: (file) => file === this.file || ts.sys.fileExists(file),
      readFile: (file) => (file === this.file ? this.#text : ts.sys.readFile(file)),
      directoryExists: (directory) => ts.sys.directoryExists(directory),
      getDirectories: (directory) => ts.sys.getDirectories(directory),
    });
  }

  /** @returns the program in which the virtual file has this text */
  withText(text: string): ts.Program {
    if (text !== this.#text) {
      this.#text = text;
      this.#version += 1;
    }
    const program = this.#service.getProgram();
    if (!program) throw new Error('TypeScript gave no program.');
    return program;
  }

  /** @returns what TypeScript says of this text, without the places */
  diagnosticsOf(text: string): string[] {
    const known = this.#diagnostics.get(text);
    if (known) return known;
    this.withText(text);
    const diagnostics = this.#service
      .getSemanticDiagnostics(this.file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    this.#diagnostics.set(text, diagnostics);
    return diagnostics;
  }
}
