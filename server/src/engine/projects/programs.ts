import type ts from 'typescript';
import { reasonOf } from '../../support/reason-of.js';
import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';
import { TypesLostError } from '../native/types-lost-error.js';
import type { FileProject, ProgramsOptions, ProjectLimits } from './programs-options.js';
import { findConfig, type ConfigSearch } from './find-config.js';
import { findDependents } from './find-dependents.js';
import { Observations } from './observations.js';
import { readProjectConfig, type ProjectConfig } from './project-config.js';
import type { Project, ProjectSearch } from './project.js';
import type { ProjectTypes } from './project-types.js';
import { toKey, type SourceTexts } from './source-texts.js';

/** Finds the TypeScript project of a file, and keeps the projects that are in use. */
export class Programs {
  readonly #texts: SourceTexts;
  readonly #limits: ProjectLimits;
  readonly #options: ProgramsOptions;
  readonly #configs = new Map<string, ProjectConfig>();
  /** In the order of their last use. */
  readonly #projects = new Map<string, Project>();
  /** By the key of a file, that of the project in which it was found last. */
  readonly #found = new Map<string, string>();
  /** Where configurations were looked for; little enough to be one for all files. */
  readonly #searched = new Observations();
  /** What the types of the file that is looked for rest on; undefined for what nobody noted. */
  #basis = new Set<Observations | undefined>();
  /** What was last told of each configuration. */
  readonly #told = new Map<string, string | undefined>();
  #idleTimer: NodeJS.Timeout | undefined;

  /**
   * @param texts where files are read from
   * @param limits what is kept
   */
  constructor(texts: SourceTexts, limits: ProjectLimits, options: ProgramsOptions) {
    this.#texts = texts;
    this.#limits = limits;
    this.#options = options;
  }

  /**
   * @param file an absolute path
   * @returns types of a project that holds the file, by the nearest tsconfig.json or jsconfig.json that includes it; none where no
   *   configuration includes it or the one that should is broken
   */
  find(file: string): ProjectTypes | undefined {
    this.#basis = new Set([this.#searched]);
    const config = findConfig(file, this.#search);
    const types = config && this.#typesIn(config, file);
    this.#options.onTypes?.(file, config && !types ? undefined : known(this.#basis));
    return types;
  }

  #typesIn(config: ProjectConfig, file: string): ProjectTypes | undefined {
    const types = config.trouble === undefined ? this.#typesOf(config) : undefined;
    this.#tell(this.#configOf(config.path));
    if (types) this.#found.set(toKey(file), toKey(config.path));
    return types;
  }

  /**
   * Parses an open document for the project that is going to hold it, so that this text is parsed only once.
   *
   * @returns its tree; nothing where no project that is loaded held it before
   */
  findSyntax({ file, text }: { file: string; text: string }): ts.SourceFile | undefined {
    const syntax = this.#loadedProjectOf(file)?.parse(file);
    return syntax?.text === withoutByteOrderMark(text) ? syntax : undefined;
  }

  /** @returns types of the project that holds a text, where that is loaded already and has only to follow the last edits */
  findLoaded({ file, text }: { file: string; text: string }): ProjectTypes | undefined {
    const project = this.#loadedProjectOf(file);
    const isOpen = this.#texts.read(file) === withoutByteOrderMark(text);
    return project && isOpen && this.#options.isDiskWatched ? this.#typesOf(project.config) : undefined;
  }

  /** @returns the projects that may use a file, up to date, its own first; undefined where they are too many to keep at once */
  findUsers(file: string): ProjectSearch[] | undefined {
    const own = findConfig(file, this.#search);
    if (!own || own.trouble !== undefined) return [];
    const configs = [own, ...findDependents(own, this.#search)];
    if (configs.length > this.#limits.projects) return undefined;
    for (const config of configs) this.#typesOf(config);
    return configs.flatMap(({ path }) => this.#projects.get(toKey(path))?.search ?? []);
  }

  /** @returns what `find` would go by, without loading a project where that can be told without it */
  projectOf(file: string): FileProject {
    const config = findConfig(file, this.#search);
    if (!config) return { isLoaded: false };
    const { path, trouble } = this.#configOf(config.path);
    const isLoaded = this.#projects.has(toKey(path));
    return { configFile: path, isLoaded, ...(trouble !== undefined && { trouble }) };
  }

  #loadedProjectOf(file: string): Project | undefined {
    const key = this.#found.get(toKey(file));
    return key === undefined ? undefined : this.#projects.get(key);
  }

  /** @returns true where a file, when it changes, may change what projects there are or how they are compiled */
  isConfiguredBy(file: string): boolean {
    const key = toKey(file);
    if (/\/(?:package|[jt]sconfig)\.json$/.test(key)) return true;
    return [...this.#configs.values()].some(({ readFrom }) =>
      readFrom.some((source) => toKey(source) === key),
    );
  }

  /** Forgets which files belong to which project; syntax trees of unchanged files are kept until the programs are made anew. */
  forgetProjects(): void {
    this.#configs.clear();
    this.#found.clear();
  }

  dispose(): void {
    clearTimeout(this.#idleTimer);
    for (const path of [...this.#projects.keys()]) this.#drop(path);
    this.#configs.clear();
  }

  readonly #search: ConfigSearch = {
    exists: (file) => this.#searched.noteFile(file, this.#texts.exists(file)),
    read: (path) => this.#configOf(path),
    reaches: (config, file) => this.#typesOf(config)?.textOf(file) !== undefined,
  };

  #configOf(path: string): ProjectConfig {
    const known = this.#configs.get(toKey(path));
    const isGood = known && (this.#options.isDiskWatched || !known.isOutdated());
    const config = isGood ? known : readProjectConfig(path, this.#texts, this.#options.onTypes !== undefined);
    this.#configs.set(toKey(path), config);
    this.#basis.add(config.observations);
    return config;
  }

  #typesOf(config: ProjectConfig): ProjectTypes | undefined {
    const { makeProject, onRead } = this.#options;
    const key = toKey(config.path);
    const known = this.#projects.get(key);
    const project = known?.config === config ? known : makeProject(config, onRead);
    this.#projects.delete(key);
    this.#projects.set(key, project);
    this.#basis.add(project.observations);
    try {
      return project.types();
    } catch (error) {
      this.#drop(key);
      if (error instanceof TypesLostError) throw error;
      const trouble = `${config.path}: TypeScript cannot load this project: ${reasonOf(error)}. Its files are checked without types.`;
      this.#configs.set(key, { ...config, trouble });
      return undefined;
    } finally {
      // The old project goes last, so that its syntax trees pass to the new one.
      if (known !== project) known?.dispose();
      this.#evict();
    }
  }

  #evict(): void {
    for (const path of [...this.#projects.keys()].slice(0, -this.#limits.projects)) this.#drop(path);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const path of [...this.#projects.keys()]) this.#drop(path);
    }, this.#limits.idle).unref();
  }

  #drop(key: string): void {
    this.#projects.get(key)?.dispose();
    this.#projects.delete(key);
  }

  #tell({ path, trouble }: ProjectConfig): void {
    if (trouble !== undefined && this.#told.get(path) !== trouble) this.#options.onTrouble?.(trouble);
    this.#told.set(path, trouble);
  }
}

/** @returns the same, where all of it was noted */
function known(basis: ReadonlySet<Observations | undefined>): ReadonlySet<Observations> | undefined {
  const noted = [...basis].filter((observations) => observations !== undefined);
  return noted.length === basis.size ? new Set(noted) : undefined;
}
