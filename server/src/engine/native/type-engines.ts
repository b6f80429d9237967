import { programProjects } from '../projects/program-project.js';
import { Programs } from '../projects/programs.js';
import type { FileProject } from '../projects/programs-options.js';
import { NativeEngine, type ProjectsContext } from './native-engine.js';
import type { NativeTypeScript } from './native-typescript.js';
import { TypesLostError } from './types-lost-error.js';

/** Where the types of a check come from: nowhere, from the TypeScript that comes along (true), or from another one. */
export type TypesOption = boolean | NativeTypeScript;

/** The TypeScripts that give types, and the projects that each keeps. */
export class TypeEngines {
  readonly #context: ProjectsContext;
  /** The projects of the TypeScript that comes along, which alone can be searched. */
  readonly own: Programs;
  /** By the folder of the package. */
  readonly #natives = new Map<string, NativeEngine>();
  #last: TypesOption | undefined;

  constructor(context: ProjectsContext) {
    const { texts, limits, options } = context;
    this.#context = context;
    const makeProject = programProjects(texts, options.onTypes !== undefined);
    this.own = new Programs(texts, limits, { ...options, makeProject });
  }

  /** Loads what a check is going to ask. */
  async prepare(types: TypesOption | undefined): Promise<void> {
    if (typeof types !== 'object') return;
    const native = this.#natives.get(types.folder) ?? new NativeEngine(types, this.#context);
    this.#natives.set(types.folder, native);
    await native.load();
  }

  /**
   * Asks the projects of the TypeScript that is wanted and prepared, or else of the one that comes along. Where the former fails, it is
   * asked once more, and in the end the latter.
   *
   * @throws what `work` throws
   */
  ask<Answer>(types: TypesOption | undefined, work: (programs: Programs) => Answer): Answer {
    this.#last = types;
    const native = typeof types === 'object' ? this.#natives.get(types.folder) : undefined;
    for (;;) {
      try {
        return work(native?.programs ?? this.own);
      } catch (error) {
        if (!(error instanceof TypesLostError)) throw error;
        native?.lost(error);
      }
    }
  }

  /** @returns true where a file, when it changes, may change what projects there are or how they are compiled */
  isConfiguredBy(file: string): boolean {
    return this.#all.some((programs) => programs.isConfiguredBy(file));
  }

  /** Forgets which files belong to which project. */
  forgetProjects(): void {
    for (const programs of this.#all) programs.forgetProjects();
  }

  /** @returns what is known of a file's project, by the TypeScript that was asked last */
  projectOf(file: string): FileProject {
    return this.ask(this.#last, (programs) => programs.projectOf(file));
  }

  /** The version of the other TypeScript that gives types; none where none does. */
  get nativeVersion(): string | undefined {
    if (typeof this.#last !== 'object') return undefined;
    return this.#natives.get(this.#last.folder)?.programs && this.#last.version;
  }

  dispose(): void {
    this.own.dispose();
    for (const native of this.#natives.values()) native.dispose();
  }

  get #all(): Programs[] {
    return [this.own, ...[...this.#natives.values()].flatMap(({ programs }) => programs ?? [])];
  }
}
