import { PendingTypes, withPendingTypes } from 'eslint-plugin-cancellation/types';
import type { QuickResult } from '../engine-options.js';
import type { ProjectTypes } from '../projects/project-types.js';
import type { Parsed } from './parsed.js';

/** The types of one run, from a project that is loaded or updated when the first rule asks for it. */
export class LateTypes {
  readonly #pending: PendingTypes;
  #parsed: Parsed | undefined;

  /**
   * @param file the absolute path of the text that is checked
   * @param findTypes finds the project's types; none where that would take long
   */
  constructor(file: string, findTypes: () => ProjectTypes | undefined) {
    this.#pending = new PendingTypes(() => {
      const types = findTypes();
      return this.#parsed && types?.typesOf(file, this.#parsed);
    });
  }

  /** What became of the types: no rule asked for them, they were given, or there were none yet. */
  get outcome(): QuickResult['types'] {
    if (!this.#pending.isAskedFor) return 'unasked';
    return this.#pending.isAnswered ? 'given' : 'missing';
  }

  /** @returns the parser services of what was parsed, by which the rules ask */
  servicesOf(parsed: Parsed): object {
    this.#parsed = parsed;
    return withPendingTypes(parsed.services, this.#pending);
  }
}
