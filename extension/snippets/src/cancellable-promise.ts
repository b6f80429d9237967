/**
 * Cancellable promise
 *
 * Lets go of a promise as soon as the signal is aborted. What the promise stands for goes on, so this is for what takes
 * no signal itself.
 *
 * @prefix cancellable-promise
 * @placeholders abortable
 * @guidance signals-are-handed-on abort-listeners
 */

/**
 * Waits for a promise that knows nothing of signals. Its work goes on after an abort, but nobody waits for it.
 *
 * @throws the signal's reason as soon as it is aborted
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    // Handled in any case, so that a late failure does not end the process.
    promise
      .finally(() => {
        signal.removeEventListener('abort', onAbort);
      })
      .then(resolve)
      .catch(reject);
  });
}
