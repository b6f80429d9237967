/** The one door of the analysis: what rules, fixes and the server may ask. */
export { findAvailableSignal } from './available/available-signals.js';
export {
  completesNormally,
  findAbortHandler,
  holdsForAbort,
  isTransfer,
  findAbortTaker,
  type AbortHandler,
} from './handlers/abort-handlers.js';
export { isFailureAfter, isGuardedAfter } from './handlers/after-handlers.js';
export type { Exit } from './handlers/abort-path.js';
export { isHandedByOwner } from './handlers/handed-to-helpers.js';
export { isMeant } from './handlers/meant-aborts.js';
export { findReportedAbort } from './handlers/reported-aborts.js';
export { findReportedCancel } from './handlers/reported-cancels.js';
export { findProcessSignalTest, type ProcessSignalTest } from './handlers/process-signal-tests.js';
export { saysCancelled } from './handlers/says-cancelled.js';
export { findSilentReturn, type SilentReturn } from './handlers/silent-returns.js';
export { isInCleanup } from './cleanup/cleanup.js';
export { isInTest } from './operations/test-callbacks.js';
export { findEarlyCleanup, type EarlyCleanup } from './cleanup/early-cleanup.js';
export { findEarlyEnd, type EarlyEnd } from './bodies/early-ends.js';
export {
  findUncancelledStream,
  findUnclosedIterator,
  type UnclosedSource,
} from './sources/unclosed-sources.js';
export { findUnclosedLoop } from './sources/unclosed-loops.js';
export { isAsyncDisposable } from './cleanup/async-disposables.js';
export type { Repair } from './cleanup/promise-repairs.js';
export { canAwaitAt, findUnawaitedCleanup, type UnawaitedCleanup } from './cleanup/unawaited-cleanup.js';
export { findFragileUse } from './handlers/fragile-uses.js';
export { findMaskingError } from './handlers/masked-aborts.js';
export { handlerPlace } from './handlers/handler-place.js';
export { modelOf, type Model } from './model.js';
export { findFakedAbort, findOverwrittenHandler, findStrangeListener } from './listeners/signal-misuses.js';
export { abortListenersOf, type AbortListener } from './listeners/abort-listeners.js';
export { findDetachedAbort, type DetachedAbort } from './listeners/detached-aborts.js';
export { comesTooLate, waitsBefore } from './listeners/late-listeners.js';
export { findListenerStatement } from './listeners/listener-statement.js';
export { unhandledPromisesOf, type UnhandledPromise } from './listeners/unhandled-promises.js';
export { findUnclearedSignal } from './listeners/uncleared-signals.js';
export { findAbortOnlyRemoval, type AbortOnlyRemoval } from './listeners/abort-only-removals.js';
export type { EmitterListener } from './listeners/emitter-listeners.js';
export { findSocketListener, type SocketListener } from './listeners/socket-listeners.js';
export { findListenerLeak, wouldLeak, type ListenerLeak } from './listeners/listener-leaks.js';
export { doesNothingElse, relaysOf, type AbortRelay } from './listeners/relays.js';
export { findLossyRelays, isRelay, type LossyRelay } from './listeners/lossy-relays.js';
export { originsOf } from './signals/origins.js';
export { findBlindWaits, findDeafWaits, type DeafWait } from './retries/retry-waits.js';
export { findRetryableAbort } from './retries/retryable-names.js';
export { findRetry, isInRetry, startsNextTurn, type Retry } from './retries/retries.js';
export { isMissingPossible } from './signals/signal-presence.js';
export { type Signal } from './signals/signals.js';
export { findSpentSignal, type SpentSignal } from './cleanup/spent-signals.js';
export { findMismatchedRemovals, type MismatchedRemoval } from './process/mismatched-removals.js';
export { findUncaughtAbort, type UncaughtAbort } from './timers/uncaught-aborts.js';
export { onlyExpressionOf } from './code/only-values.js';
export * from './code/syntax.js';
export { findUnforwardedHelper } from './retries/unforwarded-retries.js';
export { findUnforwardedSignals, type UnforwardedSignal } from './forwarding/unforwarded-signals.js';
export type { MisplacedSignal } from './forwarding/misplaced-options.js';
export { findMisplacedSignals } from './forwarding/misplaced-signals.js';
export { findHandMadePromise } from './waits/hand-made-promises.js';
export { findUnobservedPromise, type UnobservedPromise } from './waits/unobserved-promises.js';
export { findUnobservedWait, type UnobservedWait } from './waits/unobserved-waits.js';
export { findSkippedCleanup } from './process/skipped-cleanups.js';
export { processListeners, type ProcessListener } from './process/process-listeners.js';
export { chainEnd, findUnfinishedExits, type StartedWork } from './process/unfinished-exits.js';
export { findVariable, isDeclaredBefore, isNameFree, isVisibleAt } from './code/variables.js';
export { findPoorRejection, type PoorRejection } from './reasons/poor-rejections.js';
export { findDroppedReason, type DroppedReason } from './reasons/dropped-reasons.js';
export { isAbortCall } from './reasons/abort-calls.js';
export { isAgreedReason, nonErrorOf, type NonError } from './reasons/non-error-values.js';
export { isNamedLater, isUnnamedException, nameGivenAsMessage } from './reasons/error-names.js';
export { findMisnamedClass, type MisnamedClass } from './reasons/misnamed-classes.js';
export { findExclusiveSignal } from './forwarding/exclusive-signals.js';
export {
  findReplacedRequestSignal,
  findReplacedSignal,
  type ReplacedSignal,
} from './forwarding/replaced-signals.js';
export { findIgnoredSignal } from './forwarding/ignored-signals.js';
export {
  findUncancellableFunctions,
  runsOnServer,
  type UncancellableFunction,
} from './forwarding/uncancellable-functions.js';
export { callNamedAt, findFunctionName, functionNamedAt } from './threading/named-places.js';
export { findCallStep } from './threading/call-steps.js';
export { findStartOfCall, findStartOfFunction, takesSignal } from './threading/thread-starts.js';
export { findThreadedCalls, slotOfExtended, type ThreadedCalls } from './threading/threaded-calls.js';
export { findExtensibleFunction, type ExtensibleFunction } from './forwarding/extensible-functions.js';
export { findUnusedOffers, type UnusedOffer } from './forwarding/unused-offers.js';
export { findUnclearedAbortTimer, type UnclearedAbortTimer } from './controllers/abort-timers.js';
export { findUnclearedRenderTimer } from './timers/render-timers.js';
export { findWorkAfter, findWorkAfterTimer } from './timers/work-after-timer.js';
export { combinatorOf } from './concurrency/combinators.js';
export { findRaceLoser, type RaceLoser } from './concurrency/race-losers.js';
export { findCallOpening } from './forwarding/call-openings.js';
export {
  combinesNothing,
  findInvalidTimeout,
  longestDelay,
  type InvalidTimeout,
} from './timers/abort-timeouts.js';
export { findUninspected } from './concurrency/settled-results.js';
export {
  findCompletionListener,
  findGeneratorEndAbort,
  type CompletionListener,
  type GeneratorEndAbort,
} from './controllers/completion-aborts.js';
export type { Controller } from './controllers/controllers.js';
export { findReusedController } from './controllers/reused-controllers.js';
export { findUnresetController } from './controllers/unreset-controllers.js';
export { findUnabortableController } from './controllers/unabortable-controllers.js';
export { findUncancelledSiblings } from './concurrency/sibling-work.js';
export { findUninspectedAggregate } from './concurrency/aggregate-handling.js';
export { findInvalidLimit, racesNothing, type InvalidLimit } from './concurrency/limits.js';
export type { Loop } from './handlers/abort-handlers.js';
export { findUncheckedLoop, type UncheckedLoop } from './waits/unchecked-loops.js';
export { findUncheckedAwait } from './waits/unchecked-awaits.js';
export { findVisibleController, isIdleHandler } from './process/idle-handlers.js';
export { findFinalizer } from './process/skipped-cleanups.js';
export { endingListeners, type SharedListener } from './process/process-listeners.js';
export { findUnsafeHandler, type UnsafeHandler } from './process/unsafe-handlers.js';
export { findDeafChild } from './process/deaf-children.js';
export { eventNamesOf } from './process/event-names.js';
export { findLostWork, type LostWork } from './process/lost-exit-work.js';
export { processMethod } from './process/process-calls.js';
export { isTestFile } from './tests/test-files.js';
export { isWorkerFile } from './process/worker-files.js';
export { findImpossibleTest, isMissingClass, type ImpossibleTest } from './reasons/impossible-tests.js';
export { findWrongSignal, type WrongSignal } from './forwarding/wrong-signals.js';
export { isExecutableFile, isLibraryFile } from './process/library-files.js';
export {
  findEarlyRemovals,
  findStandingHandlers,
  findSuccessfulExits,
  type EarlyRemoval,
} from './process/library-handlers.js';
export { processRemovals } from './process/process-removals.js';
export {
  findRejectionAssertion,
  findUnassertedAbort,
  type UnassertedAbort,
} from './tests/unasserted-aborts.js';
export { findHalfShutdown, type HalfShutdown } from './process/half-shutdowns.js';
export { findFloatingPromise, type FloatingPromise } from './promises/floating-promises.js';
export { findLeftPromise, findPromiseLeftAt } from './promises/left-promises.js';
export { describeSignal } from './description/describe-signal.js';
export { findSignalPath } from './description/signal-path.js';
