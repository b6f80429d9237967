import { PendingTypes, withPendingTypes } from 'eslint-plugin-cancellation/pending-types';
import type ts from 'typescript';
import type { QuickResult } from '../engine-options.js';
import { syntaxOf, type Parsed } from './parsed.js';
import { typedServices } from './typed-services.js';

/** The types of one run, from a program that is made or updated when the first rule asks for it. */
export class LateTypes {
  readonly #pending: PendingTypes;
  #parsed: Parsed | undefined;

  /**
   * @param file the absolute path of the text that is checked
   * @param findProgram finds a program with this very text; none where that would take long
   */
  constructor(file: string, findProgram: () => ts.Program | undefined) {
    this.#pending = new PendingTypes(() => {
      const parsed = this.#parsed;
      const program = findProgram();
      if (!parsed || program?.getSourceFile(file) !== syntaxOf(parsed)) return undefined;
      return typedServices(parsed.services, program);
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
