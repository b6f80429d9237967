import type { CancellableApi } from './api.js';
import { asyncCleanup, type AsyncCleanupApi } from './cleanup.js';
import { lookupIn, type Lookup } from './lookup.js';
import { nodeApis } from './node.js';
import { webApis } from './web.js';

export type { CancellableApi } from './api.js';
export * from './abort-errors.js';
export * from './cleanup.js';
export * from './error-reports.js';

/** Every call that the catalogue knows to take a signal. */
export const cancellableApis: readonly CancellableApi[] = [...webApis, ...nodeApis];

const nodeModules: ReadonlySet<string> = new Set(nodeApis.flatMap(({ module }) => module ?? []));

/** Finds a call that takes a signal. */
export const findApiByPath: Lookup<CancellableApi> = lookupIn(cancellableApis, nodeModules);

/** Finds a call that is known to return a promise of a released resource. */
export const findAsyncCleanup: Lookup<AsyncCleanupApi> = lookupIn(asyncCleanup, nodeModules);
