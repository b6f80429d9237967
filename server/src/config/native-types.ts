import type { FindNative, NativeTypeScript } from '../engine/native/native-typescript.js';
import type { Log } from '../support/log.js';
import type { ClientState } from './client-state.js';
import type { CancellationSettings } from './settings.js';

interface NativeTypesContext {
  clientState: ClientState;
  log: Log;
  findNative: FindNative;
}

/** Tells which TypeScript of the workspace gives the types, where the settings ask for one. */
export class NativeTypes {
  readonly #clientState: ClientState;
  readonly #log: Log;
  readonly #findNative: FindNative;
  /** What has been said, since documents are many. */
  readonly #said = new Set<string>();

  constructor({ clientState, log, findNative }: NativeTypesContext) {
    this.#clientState = clientState;
    this.#log = log;
    this.#findNative = findNative;
  }

  /**
   * @param folder from which packages are looked up; none for a document outside the workspace
   * @returns nothing where the settings ask for none, and where there is none, which is said once
   */
  of({ types }: CancellationSettings, folder: string | undefined): NativeTypeScript | undefined {
    if (types.engine !== 'native' || !types.enable || folder === undefined) return undefined;
    if (!this.#clientState.isTrusted) {
      this.#say('The workspace is not trusted, so that its TypeScript is not run.');
      return undefined;
    }
    const found = this.#findNative(folder);
    if (!('missing' in found)) return found;
    this.#say(found.missing);
    return undefined;
  }

  #say(why: string): void {
    if (this.#said.has(why)) return;
    this.#said.add(why);
    this.#log.warn(`${why} The TypeScript that comes along gives the types.`);
  }
}
