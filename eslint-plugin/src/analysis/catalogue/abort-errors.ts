import { nameWords } from './name-words.js';

/** What abort errors are called, as `error.name` or as the class that a program tests with `instanceof`. */
export const abortErrorNames: ReadonlySet<string> = new Set([
  'AbortError', // DOM standard (AbortSignal), Node's errors page, undici 7.30.2, node-fetch 3.3.2, got 14.6.6, @azure/abort-controller 2.1.2
  'RequestAbortedError', // class of undici 7.30.2, whose name is AbortError
  'CanceledError', // axios 1.21.1
  'CancelError', // p-cancelable 4.0.1
  'CancelledError', // class of @tanstack/query-core 5.108.0, whose name stays Error
  'APIUserAbortError', // classes of openai 6.49.0 and @anthropic-ai/sdk 1.12.0, whose name stays Error
  'TaskAbortError', // @reduxjs/toolkit 2.14.0, listener middleware
  'ResponseAborted', // next 16.4.6
  'CancellationError', // vscode.CancellationError of @types/vscode 1.140.0
]);

/** What errors of elapsed deadlines are called; `AbortSignal.timeout` gives the first. */
export const timeoutErrorNames: ReadonlySet<string> = new Set([
  'TimeoutError', // DOM standard (AbortSignal.timeout), got 14.6.6, ky 1.14.3, p-timeout 7.0.2, playwright-core 1.65.1, puppeteer-core 24.43.1
  'APIConnectionTimeoutError', // classes of openai 6.49.0 and @anthropic-ai/sdk 1.12.0
  'ConnectTimeoutError', // undici 7.30.2
  'HeadersTimeoutError', // undici 7.30.2
  'BodyTimeoutError', // undici 7.30.2
]);

/** Values of `error.code` that say that work was aborted. */
export const abortErrorCodes: ReadonlySet<string | number> = new Set<string | number>([
  'ABORT_ERR', // Node's errors page
  20, // DOMException.ABORT_ERR, DOM standard
  'ERR_CANCELED', // axios 1.21.1
  'ERR_ABORTED', // got 14.6.6
  'UND_ERR_ABORTED', // undici 7.30.2, RequestAbortedError
  'UND_ERR_ABORT', // undici 7.30.2, AbortError
  'ECANCELED', // Node's os page: an operation was cancelled
  'ECANCELLED', // dns.CANCELLED, Node's dns page: what resolver.cancel() rejects with
]);

const abortWords = new Set([
  'abort',
  'aborts',
  'aborted',
  'aborting',
  'aborterror',
  'cancel',
  'canceled',
  'cancelled',
  'canceling',
  'cancelling',
  'cancellation',
  'cancelation',
]);

const errorWords = new Set(['error', 'exception']);

/**
 * @param name an `error.name` or the name of an error class
 * @returns true for the names above and for others made alike: `UserAbortError`, `OperationCancelledException`
 */
export function isAbortErrorName(name: string): boolean {
  if (abortErrorNames.has(name)) return true;
  const words = nameWords(name);
  return /^[A-Z]/.test(name) && errorWords.has(words.at(-1) ?? '') && abortWords.has(words.at(-2) ?? '');
}

const questionWords = new Set(['is', 'was', 'has', 'did']);

/** What such a name may be about that is no abort: the signal itself, a control on a screen, an ability. */
const otherSubjects = new Set(
  'signal signals controller controllers token source button key handler listener supported allowed enabled disabled visible option options function policy'.split(
    ' ',
  ),
);

/**
 * @param name the name of a function that is called with an error
 * @returns true where it asks whether the error is an abort: `isAbortError`, `isCancel`, `wasAborted`, `isOperationCancelled`
 */
export function isAbortPredicateName(name: string): boolean {
  const [first = '', ...rest] = nameWords(name);
  return (
    questionWords.has(first) &&
    rest.some((word) => abortWords.has(word)) &&
    !rest.some((word) => otherSubjects.has(word))
  );
}

const abortThrowers = [
  /^(?:re)?throw ABORT\b/,
  /^(?:throw|rethrow|reject|fail|bail) (?:if|when|on) (?:\w+ )*?ABORT\b/,
  /^check (?:\w+ )*?ABORT\b/,
  /^(?:assert|ensure|verify) (?:\w+ )*?(?:not|no) (?:\w+ )*?ABORT\b/,
];

/**
 * @param name the name of a function
 * @returns true where it throws the abort that it finds: `throwIfAborted`, `rethrowIfCancelled`, `checkAborted`, `assertNotAborted`
 */
export function isAbortThrowerName(name: string): boolean {
  const sentence = nameWords(name).map((word) => (abortWords.has(word) ? 'ABORT' : word));
  return abortThrowers.some((shape) => shape.test(sentence.join(' ')));
}
