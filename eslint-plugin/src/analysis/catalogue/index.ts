import type { CancellableApi } from './api.js';
import { asyncCleanup, type AsyncCleanupApi } from './cleanup-apis.js';
import { lookupIn, type Lookup } from './lookup.js';
import { nodeApis, promisifiedApis } from './node.js';
import { signalOffers, type SignalOffer } from './offered-signals.js';
import { overriddenMethods, type OverriddenMethod } from './overridden-methods.js';
import { aiApis } from './packages-ai.js';
import { asyncApis } from './packages-async.js';
import { awsApis } from './packages-aws.js';
import { azureApis } from './packages-azure.js';
import { browserApis } from './packages-browsers.js';
import { dataApis } from './packages-data.js';
import { httpApis } from './packages-http.js';
import { serviceApis } from './packages-services.js';
import { webApis } from './web.js';

export type { CancellableApi } from './api.js';
export * from './abort-errors.js';
export { findClearableSignal } from './clearable-signals.js';
export * from './cleanup.js';
export * from './cleanup-apis.js';
export * from './error-reports.js';
export * from './thrown-aborts.js';

/** Every call that the catalogue knows to take a signal. */
export const cancellableApis: readonly CancellableApi[] = [
  ...webApis,
  ...nodeApis,
  ...httpApis,
  ...aiApis,
  ...asyncApis,
  ...dataApis,
  ...awsApis,
  ...azureApis,
  ...serviceApis,
  ...browserApis,
];

/** Finds a call that takes a signal. */
export const findApiByPath: Lookup<CancellableApi> = lookupIn(cancellableApis);

/** Finds, by the function that `util.promisify` was given, a call of what it made of it. */
export const findPromisifiedApi: Lookup<CancellableApi> = lookupIn(promisifiedApis);

/** Finds a call that is known to return a promise of a released resource. */
export const findAsyncCleanup: Lookup<AsyncCleanupApi> = lookupIn(asyncCleanup);

/** Finds a method that a package calls on what extends or implements a class or interface of its own. */
export const findOverriddenMethod: Lookup<OverriddenMethod> = lookupIn(overriddenMethods);

/** Finds a call that hands a signal to a function which it is given. */
export const findSignalOffer: Lookup<SignalOffer> = lookupIn(signalOffers);

/** The modules of those classes and interfaces. */
export const overriddenModules: readonly string[] = [
  ...new Set(overriddenMethods.map(({ module }) => module)),
];

export type { SignalOffer } from './offered-signals.js';
export type { OverriddenMethod } from './overridden-methods.js';
export { findLimiter, type Limiter } from './limiters.js';
