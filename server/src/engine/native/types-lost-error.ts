import { reasonOf } from '../../support/reason-of.js';

/** The other process can no longer be asked; what was asked of it can be asked of another one. */
export class TypesLostError extends Error {
  override readonly name = 'TypesLostError';

  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
  }
}

/** @throws TypesLostError where the work throws anything */
export function orLost<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new TypesLostError(error);
  }
}
