import { nameWords } from './name-words.js';

const levels = new Set(
  'log error warn warning info debug trace verbose silly fatal critical notice alert http success'.split(' '),
);

/** Objects that only log: console, and the usual names of winston, pino, bunyan, loglevel, consola and signale loggers. */
const loggers = new Set(
  'console log logs logger logging winston pino bunyan loglevel consola signale'.split(' '),
);

/** Bare functions that only log. `error` is none: many frameworks throw by it. */
const logFunctions = new Set('log debug warn warning info trace verbose logger'.split(' '));

const consoleOnly = new Set('dir table group groupcollapsed assert timelog'.split(' '));

/** Words after `log` that make it another verb (`logIn`, `logOut`) or more than logging (`logAndThrow`). */
const otherVerbs = new Set(['in', 'out', 'off', 'on', 'and']);

/**
 * @param path the callee's names from left to right: `['this', 'logger', 'warn']`, `['console', 'error']`, `['debug']`
 * @returns true where the call does nothing but write to a log
 */
export function isLoggerCall(path: readonly string[]): boolean {
  const method = path.at(-1) ?? '';
  const receiver = path.at(-2);
  if (receiver === undefined || receiver === 'this') return isLogFunction(method);
  if (receiver === 'console') return levels.has(method) || consoleOnly.has(method.toLowerCase());
  if (receiver === 'stderr' || receiver === 'stdout') return method === 'write';
  const subject = nameWords(receiver).at(-1) ?? '';
  return loggers.has(subject) && (levels.has(method) || isLogFunction(method));
}

function isLogFunction(name: string): boolean {
  const [first = '', second] = nameWords(name);
  if (/^[A-Z]/.test(name)) return false;
  if (second === undefined) return logFunctions.has(first);
  return first === 'log' && !otherVerbs.has(second);
}

/** `console.error`, `logger.fatal` and the like tell people that something went wrong; `warn` and below do not. */
const errorLevels = new Set('error fatal critical alert'.split(' '));

/**
 * @param path the callee's names from left to right
 * @returns true for a logger's call at error level or above
 */
export function isErrorLevelLoggerCall(path: readonly string[]): boolean {
  const method = path.at(-1) ?? '';
  if (!isLoggerCall(path)) return false;
  const [first, level = '', ...further] = nameWords(method);
  // `logErrorStack` may log it at any level.
  return errorLevels.has(method) || (first === 'log' && errorLevels.has(level) && further.length === 0);
}

/** Where an error can be told to somebody: a log, an error tracker, the state of a screen, an event. */
export type ErrorReportKind = 'log' | 'tracker' | 'state' | 'event';

/**
 * Sentry 10 (`captureException`), OpenTelemetry 1 (`span.recordException`), Application Insights 3 (`trackException`),
 * New Relic 13 (`noticeError`), the HTML standard (`reportError`), and the usual names of wrappers around them.
 */
const trackers =
  /^_?(?:capture|record|report|track|notice|notify|send|log)_?(?:unhandled_?|unexpected_?)?(?:exception|error)$/i;

/** Receivers that do nothing but track errors, with their methods. */
const trackerCalls = /^(?:bugsnag|honeybadger|airbrake)\.notify$|^rollbar\.(?:error|critical)$/i;

/** `setError`, `setLoadError`, `setErrorMessage` of a component's state. */
const stateSetter = /^set(?:[A-Z]\w*)?Error(?:Message|Text)?$/;

/**
 * @param path the callee's names from left to right: `['Sentry', 'captureException']`
 * @returns where the call tells of a failure; undefined where its name does not say so. An `event` is an error's only
 *   where its first argument is `'error'`
 */
export function errorReportKind(path: readonly string[]): ErrorReportKind | undefined {
  const method = path.at(-1) ?? '';
  if (isErrorLevelLoggerCall(path)) return isForDebugging(path) ? undefined : 'log';
  if (trackers.test(method) || trackerCalls.test(path.slice(-2).join('.'))) return 'tracker';
  if (stateSetter.test(method)) return 'state';
  return method === 'emit' || method === '_emit' ? 'event' : undefined;
}

/** `debugLogger.error`: an error at the level of debugging. */
function isForDebugging(path: readonly string[]): boolean {
  return nameWords(path.at(-2) ?? '').includes('debug');
}
