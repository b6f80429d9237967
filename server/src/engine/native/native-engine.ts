import ts from 'typescript';
import { reasonOf } from '../../support/reason-of.js';
import type { EngineOptions } from '../engine-options.js';
import { Programs } from '../projects/programs.js';
import type { ProgramsOptions, ProjectLimits } from '../projects/programs-options.js';
import type { SourceTexts } from '../projects/source-texts.js';
import type { NativeModules } from './native-api.js';
import { nativeProjects } from './native-project.js';
import { NativeSession } from './native-session.js';
import type { NativeTypeScript } from './native-typescript.js';
import type { TypesLostError } from './types-lost-error.js';

/** So many failures, within so many milliseconds, are too many. */
const limit = { failures: 3, within: 3 * 60_000 };

/** What projects are made of, whichever TypeScript keeps them. */
export interface ProjectsContext {
  texts: SourceTexts;
  limits: ProjectLimits;
  options: Omit<ProgramsOptions, 'makeProject'> & Pick<EngineOptions, 'loadNative' | 'onProcess'>;
}

/** The projects that another TypeScript keeps, which is started again when it ends, though not for ever. */
export class NativeEngine {
  readonly #native: NativeTypeScript;
  readonly #context: ProjectsContext;
  #loading: Promise<NativeModules | undefined> | undefined;
  #modules: NativeModules | undefined;
  #running: { session: NativeSession; programs: Programs } | undefined;
  #failures: number[] = [];

  constructor(native: NativeTypeScript, context: ProjectsContext) {
    this.#native = native;
    this.#context = context;
  }

  /** Loads what is needed to ask it; says why where that fails. */
  async load(): Promise<void> {
    const { loadNative = () => Promise.reject(new Error('nothing can load it')) } = this.#context.options;
    this.#loading ??= loadNative(this.#native).catch((error: unknown) => {
      this.#giveUp('cannot be used', error);
      return undefined;
    });
    this.#modules = await this.#loading;
  }

  /** Nothing before it is loaded, and where it cannot be used. */
  get programs(): Programs | undefined {
    if (!this.#modules) return undefined;
    this.#running ??= this.#start(this.#modules);
    return this.#running.programs;
  }

  /** Starts anew the next time, if that is worth another try. */
  lost(error: TypesLostError): void {
    this.dispose();
    const now = performance.now();
    this.#failures = [...this.#failures.filter((time) => now - time < limit.within), now];
    if (this.#failures.length >= limit.failures) this.#giveUp('has failed too often', error);
    else this.#tell(`has failed and is started again: ${reasonOf(error)}.`);
  }

  dispose(): void {
    this.#running?.programs.dispose();
    this.#running?.session.end();
    this.#running = undefined;
  }

  #start(modules: NativeModules): { session: NativeSession; programs: Programs } {
    const { texts, limits, options } = this.#context;
    const { onProcess = () => undefined } = options;
    const session = new NativeSession(modules, { texts, onProcess });
    return {
      session,
      programs: new Programs(texts, limits, { ...options, makeProject: nativeProjects(session) }),
    };
  }

  #giveUp(what: string, error: unknown): void {
    this.#modules = undefined;
    this.#loading = Promise.resolve(undefined);
    this.#tell(`${what}: ${reasonOf(error)}. TypeScript ${ts.version} gives the types instead.`);
  }

  #tell(what: string): void {
    this.#context.options.onTrouble?.(`TypeScript ${this.#native.version} in ${this.#native.folder} ${what}`);
  }
}
