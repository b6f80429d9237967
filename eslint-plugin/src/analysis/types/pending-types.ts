import type { ParserServices } from '@typescript-eslint/utils';
import type { TypeService } from './types.js';

/** The name in the parser services under which a source says that its types come later. */
const key = 'cancellationPendingTypes';

/** Types that are fetched when a rule first asks for them, or come in a later run. */
export class PendingTypes {
  readonly #fetch: () => TypeService | undefined;
  #fetched: { types: TypeService | undefined } | undefined;

  /** @param fetch called once, when a rule asks; gives the types, or nothing where they are not to be had in this run */
  constructor(fetch: () => TypeService | undefined = () => undefined) {
    this.#fetch = fetch;
  }

  /** True as soon as a rule has asked what only types can answer. */
  get isAskedFor(): boolean {
    return this.#fetched !== undefined;
  }

  /** True where a rule asked and got its types: the run's findings are those of a run with types. */
  get isAnswered(): boolean {
    return this.#fetched?.types !== undefined;
  }

  /** @returns the types; nothing where they come in a later run */
  ask(): TypeService | undefined {
    this.#fetched ??= { types: this.#fetch() };
    return this.#fetched.types;
  }
}

/**
 * Says that a source's types come later. The rules then go as far as they get without, rules that need types included.
 *
 * @param services what a parser returned with the syntax tree
 * @param pending where the rules ask for types
 * @returns the services to hand to ESLint
 */
export function withPendingTypes<Services extends object>(
  services: Services,
  pending: PendingTypes,
): Services {
  return { ...services, [key]: pending };
}

/** @returns where to ask for types; nothing for a source that has its types or never gets any */
export function pendingTypesOf(services: Partial<ParserServices> | undefined): PendingTypes | undefined {
  const pending: unknown = services && key in services ? services[key] : undefined;
  return pending instanceof PendingTypes ? pending : undefined;
}
