import path from 'node:path';
import ts from 'typescript';
import { Observations, observedDisk } from './observations.js';
import { ProgramTypes } from './program-types.js';
import type { MakeProject, Project } from './project.js';
import type { ProjectConfig } from './project-config.js';
import { projectDisk } from './project-disk.js';
import type { ProjectTypes } from './project-types.js';
import { hasCase, type SourceTexts } from './source-texts.js';

/** Of JavaScript files, where it declares types; the rules themselves read none. */
const jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeInfo;

/** TypeScript asks this of its own projects: see the sources of a referenced project, not its build. */
interface ProjectHost extends ts.LanguageServiceHost {
  useSourceOfProjectReferenceRedirect(): boolean;
}

/**
 * @param isObserved whether the projects note what they ask of the disk
 * @returns a maker of projects that share the trees of the files that they have in common
 */
export function programProjects(texts: SourceTexts, isObserved: boolean): MakeProject {
  const registry = ts.createDocumentRegistry(hasCase, undefined, jsDocParsingMode);
  return (config, onRead) => new ProgramProject(config, { texts, registry, onRead, isObserved });
}

/** What a project is made of, beside its configuration. */
interface ProjectSurroundings {
  /** Where files are read from. */
  texts: SourceTexts;
  /** Keeps the syntax trees that projects share. */
  registry: ts.DocumentRegistry;
  /** Called before a file is read. */
  onRead: () => void;
  isObserved: boolean;
}

/** A project with a program in this process. */
class ProgramProject implements Project {
  readonly config: ProjectConfig;
  readonly observations: Observations | undefined;
  readonly #host: ProjectHost;
  readonly #registry: ts.DocumentRegistry;
  readonly #service: ts.LanguageService;
  #program: ts.Program | undefined;

  /** @param config what the project consists of */
  constructor(config: ProjectConfig, surroundings: ProjectSurroundings) {
    this.config = config;
    this.observations = surroundings.isObserved ? new Observations() : undefined;
    this.#host = hostOf(config, surroundings, this.observations);
    this.#registry = surroundings.registry;
    this.#service = ts.createLanguageService(this.#host, this.#registry);
  }

  types(): ProjectTypes {
    const program = this.#service.getProgram();
    if (!program) throw new Error(`TypeScript made no program of ${this.config.path}`);
    this.#program = program;
    return new ProgramTypes(program);
  }

  /** Of a file that the last program holds, with all its nodes' parents. The next program takes the tree from the registry. */
  parse(file: string): ts.SourceFile | undefined {
    const last = this.#program?.getSourceFile(file);
    const snapshot = last && this.#host.getScriptSnapshot(file);
    if (!snapshot) return undefined;
    const { languageVersion, impliedNodeFormat } = last;
    const options = { languageVersion, impliedNodeFormat, jsDocParsingMode };
    const version = this.#host.getScriptVersion(file);
    const settings = this.config.commandLine.options;
    return this.#registry.updateDocument(file, settings, snapshot, version, undefined, options);
  }

  dispose(): void {
    this.#service.dispose();
  }
}

function hostOf(
  { path: configPath, commandLine }: ProjectConfig,
  { texts, onRead }: ProjectSurroundings,
  observations: Observations | undefined,
): ProjectHost {
  const plain = projectDisk(texts);
  const disk = observations ? observedDisk(plain, observations) : plain;
  // Each new program asks for all files again.
  const snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
  return {
    ...(texts.epoch !== undefined && { getProjectVersion: () => texts.epoch ?? '' }),
    jsDocParsingMode,
    getCompilationSettings: () => commandLine.options,
    getScriptFileNames: () => commandLine.fileNames,
    getProjectReferences: () => commandLine.projectReferences,
    getScriptVersion: (file) => texts.version(file),
    getScriptSnapshot: (file) => {
      onRead();
      const version = texts.version(file);
      const known = snapshots.get(file);
      if (known?.version === version) return known.snapshot;
      const text = disk.readFile(file);
      if (text === undefined) return undefined;
      const snapshot = ts.ScriptSnapshot.fromString(text);
      snapshots.set(file, { version, snapshot });
      return snapshot;
    },
    getCurrentDirectory: () => path.dirname(configPath),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    useSourceOfProjectReferenceRedirect: () => true,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    ...disk,
  };
}
