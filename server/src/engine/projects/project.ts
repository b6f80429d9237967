import path from 'node:path';
import ts from 'typescript';
import type { ProjectConfig } from './project-config.js';
import type { SourceTexts } from './source-texts.js';

/** Of JavaScript files, where it declares types; the rules themselves read none. */
export const jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeInfo;

/** TypeScript asks this of its own projects: see the sources of a referenced project, not its build. */
interface ProjectHost extends ts.LanguageServiceHost {
  useSourceOfProjectReferenceRedirect(): boolean;
}

/** One TypeScript project, whose program follows the texts. */
export class Project {
  readonly config: ProjectConfig;
  readonly #service: ts.LanguageService;

  /**
   * @param config what the project consists of
   * @param texts where its files are read from
   * @param registry keeps the syntax trees that projects share
   */
  constructor(config: ProjectConfig, texts: SourceTexts, registry: ts.DocumentRegistry) {
    this.config = config;
    this.#service = ts.createLanguageService(hostOf(config, texts), registry);
  }

  /**
   * @returns the program of this moment's texts
   * @throws whatever TypeScript throws where the project is too much for it
   */
  program(): ts.Program {
    const program = this.#service.getProgram();
    if (!program) throw new Error(`TypeScript made no program of ${this.config.path}`);
    return program;
  }

  dispose(): void {
    this.#service.dispose();
  }
}

function hostOf({ path: configPath, commandLine }: ProjectConfig, texts: SourceTexts): ProjectHost {
  return {
    ...(texts.epoch !== undefined && { getProjectVersion: () => texts.epoch ?? '' }),
    jsDocParsingMode,
    getCompilationSettings: () => commandLine.options,
    getScriptFileNames: () => commandLine.fileNames,
    getProjectReferences: () => commandLine.projectReferences,
    getScriptVersion: (file) => texts.version(file),
    getScriptSnapshot: (file) => {
      const text = texts.read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => path.dirname(configPath),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    useSourceOfProjectReferenceRedirect: () => true,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    fileExists: (file) => texts.exists(file),
    readFile: (file) => texts.read(file),
    directoryExists: (directory) => ts.sys.directoryExists(directory),
    getDirectories: (directory) => ts.sys.getDirectories(directory),
    readDirectory: (...request) => ts.sys.readDirectory(...request),
    realpath: (file) => ts.sys.realpath?.(file) ?? file,
  };
}
