import { optionsOf, type CancellableApi } from './api.js';

const web = optionsOf(undefined);

/**
 * The platform's own globals, without `globalThis.`, `window.` or `self.`. Source of each: lib.dom.d.ts of TypeScript 6.0.3
 * (`RequestInit`, `LockOptions`, `Credential...Options`, `SchedulerPostTaskOptions`, `StreamPipeOptions`).
 * Listeners are not here: a listener's signal removes it, nothing is cancelled.
 */
export const webApis: readonly CancellableApi[] = [
  web('fetch', 1, 'promise'),
  web('navigator.locks.request', 1, 'promise', { beforeCallback: true }),
  web('navigator.credentials.get', 0, 'promise'),
  web('navigator.credentials.create', 0, 'promise'),
  web('scheduler.postTask', 1, 'promise'),
  web('ReadableStream#pipeTo', 1, 'promise'),
  web('ReadableStream#pipeThrough', 1, 'iterable'),
];
