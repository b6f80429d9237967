/** The one door of the analysis: what rules, fixes and the server may ask. */
export type { Answer } from './answer.js';
export {
  completesNormally,
  findAbortHandler,
  isGuardedAfter,
  isLoop,
  loopLooksAtSignal,
  saysCancelled,
  type AbortHandler,
  type Loop,
} from './abort-handlers.js';
export type { Exit } from './abort-path.js';
export { findApi, referenceOf } from './api-calls.js';
export { isInBoundary } from './boundaries.js';
export { findAsyncCleanup, isCleanupName, isLoggerCall, type CancellableApi } from './catalogue/index.js';
export { isAsyncDisposable } from './async-disposables.js';
export { isCleanupCall, returnsPromise } from './cleanup-calls.js';
export { findCleanupRegion, isInCleanup, type CleanupRegion } from './cleanup.js';
export type { Repair } from './promise-repairs.js';
export { canAwaitAt, findUnawaitedCleanup, type UnawaitedCleanup } from './unawaited-cleanup.js';
export { functionsRunningAt, runsInPlace } from './closures.js';
export { hasGuard, judge } from './guards.js';
export { signalsHandedTo } from './handed-signals.js';
export { handlerPlace } from './handler-place.js';
export { mentions, modelOf, type Model } from './model.js';
export { abortSignalsOf, operationsIn, type Operation } from './operations.js';
export { originsOf, type Origin } from './origins.js';
export { findDeafWaits, type DeafWait } from './retry-waits.js';
export { findRetry, isInRetry, startsNextTurn, type Retry } from './retries.js';
export { isMissingPossible } from './signal-presence.js';
export { findSignal, findTestedSignal, isSignalName, type Ownership, type Signal } from './signals.js';
export { findSpentSignal, type SpentSignal } from './spent-signals.js';
export * from './syntax.js';
export type { SignalSlot, TypedSlot, TypeService } from './types.js';
export type { AvailableSignal } from './available-signals.js';
export { findUnforwardedHelper } from './unforwarded-retries.js';
export { findUnforwardedSignals, type UnforwardedSignal } from './unforwarded-signals.js';
export { constantValue, findVariable, isGlobalName, isVisibleAt } from './variables.js';
