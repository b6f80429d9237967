import { completesNormally, type AbortHandler } from './abort-handlers.js';
import type { Exit } from './abort-path.js';
import type { ErrorReport } from './error-reports.js';
import { findMaskingError } from './masked-aborts.js';
import { saysCancelled } from './says-cancelled.js';
import { isInRetry } from '../retries/retries.js';
import type { Model } from '../model.js';

/**
 * Finds the call by which a handler reports an abort as a failure, whichever way it takes, before a test recognises it.
 *
 * @returns undefined also where the abort is lost in a worse way, so that another rule speaks: swallowed, masked, retried
 */
export function findReportedAbort(
  model: Model,
  handler: AbortHandler & { isLast: boolean },
): ErrorReport | undefined {
  const open = handler.exits.filter(({ recognised }) => recognised !== 'yes');
  if (!open.every((exit) => isReporting(model, exit))) return undefined;
  const report = handler.exits.find((exit) => isReporting(model, exit))?.report;
  if (!report || handler.isMixed || isInRetry(model, handler.node)) return undefined;
  if (handler.isLast) return report;
  const isSwallowed = handler.exits.every((exit) => completesNormally(exit) && !exit.isErrorKept);
  return isSwallowed || findMaskingError(model, handler) ? undefined : report;
}

/** An event may be the only way on for the error; where it is thrown as well it is told twice. */
function isReporting(model: Model, { report, kind }: Exit): boolean {
  if (!report || saysCancelled(model, report.call)) return false;
  return report.kind !== 'event' || kind === 'throw';
}
