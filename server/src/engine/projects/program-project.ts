import path from 'node:path';
import ts from 'typescript';
import { Observations, observedDisk } from './observations.js';
import { ProgramTypes } from './program-types.js';
import type { StopSignal } from '../stop-signal.js';
import type { MakeProject, Project, ProjectSearch } from './project.js';
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
class ProgramProject implements Project, ProjectSearch {
  readonly config: ProjectConfig;
  readonly observations: Observations | undefined;
  readonly search = this;
  readonly #host: ProjectHost;
  readonly #registry: ts.DocumentRegistry;
  readonly #service: ts.LanguageService;
  #program: ts.Program | undefined;
  /** What stops the search that is under way. */
  #stop: StopSignal | undefined;

  /** @param config what the project consists of */
  constructor(config: ProjectConfig, surroundings: ProjectSurroundings) {
    this.config = config;
    this.observations = surroundings.isObserved ? new Observations() : undefined;
    this.#host = {
      ...hostOf(config, surroundings, this.observations),
      getCancellationToken: () => ({ isCancellationRequested: () => this.#stop?.aborted === true }),
    };
    this.#registry = surroundings.registry;
    this.#service = ts.createLanguageService(this.#host, this.#registry);
  }

  types(): ProjectTypes {
    return new ProgramTypes(this.program());
  }

  program(): ts.Program {
    const program = this.#service.getProgram();
    if (!program) throw new Error(`TypeScript made no program of ${this.config.path}`);
    this.#program = program;
    return program;
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

  findReferences(file: string, offset: number, signal: StopSignal | undefined): ts.ReferenceEntry[] {
    if (!this.#program?.getSourceFile(file)) return [];
    this.#stop = signal;
    try {
      const found = this.#service.findReferences(file, offset) ?? [];
      return found.flatMap(({ references }) => references);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      this.#stop = undefined;
    }
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
