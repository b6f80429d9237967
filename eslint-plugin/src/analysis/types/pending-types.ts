import type { ParserServices } from '@typescript-eslint/utils';

/** The name in the parser services under which a source says that its types come later. */
const key = 'cancellationPendingTypes';

/** Notes whether the rules asked for types that were not there yet. */
export class PendingTypes {
  #isAskedFor = false;

  /** True as soon as a rule has asked what only types can answer: with types, the rules may find something else. */
  get isAskedFor(): boolean {
    return this.#isAskedFor;
  }

  askFor(): void {
    this.#isAskedFor = true;
  }
}

/**
 * Says that a source's types come later. The rules then go as far as they get without, rules that need types included.
 *
 * @param services what a parser returned with the syntax tree
 * @param pending where the rules note that they asked for types
 * @returns the services to hand to ESLint
 */
export function withPendingTypes<Services extends object>(
  services: Services,
  pending: PendingTypes,
): Services {
  return { ...services, [key]: pending };
}

/** @returns where to note that types were asked for; nothing for a source that has its types or never gets any */
export function pendingTypesOf(services: Partial<ParserServices> | undefined): PendingTypes | undefined {
  const pending: unknown = services && key in services ? services[key] : undefined;
  return pending instanceof PendingTypes ? pending : undefined;
}
