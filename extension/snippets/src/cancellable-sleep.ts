/**
 * Cancellable sleep
 *
 * Waits for some time, or until the signal is aborted. In Node alone, `setTimeout` of `node:timers/promises` does the
 * same.
 *
 * @prefix cancellable-sleep
 * @placeholders sleep
 * @guidance signals-are-handed-on abort-listeners
 */

/**
 * Waits for some time.
 *
 * @throws the signal's reason as soon as it is aborted
 */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
