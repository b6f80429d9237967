/** The one door of the analysis: what rules, fixes and the server may ask. */
export {
  completesNormally,
  findAbortHandler,
  isGuardedAfter,
  saysCancelled,
  type AbortHandler,
} from './abort-handlers.js';
export type { Exit } from './abort-path.js';
export { isAsyncDisposable } from './async-disposables.js';
export type { Repair } from './promise-repairs.js';
export { canAwaitAt, findUnawaitedCleanup, type UnawaitedCleanup } from './unawaited-cleanup.js';
export { handlerPlace } from './handler-place.js';
export { mentions, modelOf, type Model } from './model.js';
export { originsOf } from './origins.js';
export { findDeafWaits, type DeafWait } from './retry-waits.js';
export { findRetry, isInRetry, startsNextTurn, type Retry } from './retries.js';
export { isMissingPossible } from './signal-presence.js';
export { type Signal } from './signals.js';
export { findSpentSignal, type SpentSignal } from './spent-signals.js';
export * from './syntax.js';
export { findUnforwardedHelper } from './unforwarded-retries.js';
export { findUnforwardedSignals, type UnforwardedSignal } from './unforwarded-signals.js';
export { isVisibleAt } from './variables.js';
