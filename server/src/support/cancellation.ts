import { LSPErrorCodes, ResponseError, type CancellationToken, type Event } from 'vscode-languageserver';

/**
 * Runs the work of one request, to which the request's cancellation comes as an abort.
 *
 * @param token the request's token
 * @param work gets the signal and hands it to everything that it awaits
 * @returns what the work returns
 * @throws a RequestCancelled error, which answers the request, when it was cancelled; else what the work throws
 */
export async function withSignal<Result>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const listener = token.onCancellationRequested(() => {
    controller.abort();
  });
  if (token.isCancellationRequested) controller.abort();
  try {
    signal.throwIfAborted();
    return await work(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  } finally {
    listener.dispose();
  }
}

/**
 * Waits for a promise, at most until a signal aborts; what the promise stands for goes on.
 *
 * @throws the signal's reason when it aborts, or what the promise is rejected with
 */
export async function abortable<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const letGo = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', letGo, { once: true });
    const stopListening = () => {
      signal.removeEventListener('abort', letGo);
    };
    promise.then(resolve, reject).finally(stopListening);
    if (signal.aborted) letGo();
  });
}

/**
 * Waits until an event fires.
 *
 * @throws the signal's reason when it aborts
 */
export async function firing(event: Event<unknown>, signal: AbortSignal): Promise<void> {
  let stopListening: (() => void) | undefined;
  const fired = new Promise<void>((resolve) => {
    const listener = event(() => {
      resolve();
    });
    stopListening = () => {
      listener.dispose();
    };
  });
  try {
    await abortable(fired, signal);
  } finally {
    stopListening?.();
  }
}
