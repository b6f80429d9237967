/** For `node:util` in a browser. */
export { default as isDeepStrictEqual } from 'fast-deep-equal';

/** Errors of the system, of which a browser knows none. */
export function getSystemErrorMap(): ReadonlyMap<number, [string, string]> {
  return new Map();
}
