/** How an API fails when its signal is aborted. */
export type AbortFamily = 'web' | 'node';

/** Modules of Node whose promises reject with Node's own AbortError, code ABORT_ERR, whatever the reason is (F2). */
const nodeModules = new Set(
  'timers/promises timers events fs/promises fs stream/promises readline/promises readline'.split(' '),
);

/**
 * Which errors does a call give that the catalogue knows to take a signal?
 *
 * @returns `web` for `fetch`, which rejects with the reason itself (F1); undefined where nothing certain is known
 */
export function abortFamilyOf({ module, path }: { module?: string; path: string }): AbortFamily | undefined {
  if (module === undefined) return path === 'fetch' ? 'web' : undefined;
  return nodeModules.has(module) ? 'node' : undefined;
}
