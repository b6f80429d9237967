import { ErrorCodes, Range, ResponseError, type LSPAny } from 'vscode-languageserver';
import type { Finding } from '../engine/finding.js';
import type { ExplainFindingParams, ExplainFindingResult } from '../protocol.js';
import { DocumentChangedError } from '../session/document-check.js';
import { findCheckTask } from '../session/check-task.js';
import type { Session } from '../session/session.js';
import { isObject } from '../support/is-object.js';

/**
 * Explains a finding: where its signal is made, each time it is handed on, and what follows.
 *
 * @param args one `ExplainFindingParams`
 * @param signal stops the work
 * @returns the steps, the finding itself last; null where the document has changed or has no such finding
 * @throws a ResponseError where the argument is something else, and the signal's reason when it aborts
 */
export async function explainFinding(
  session: Session,
  [params]: readonly LSPAny[],
  signal: AbortSignal,
): Promise<ExplainFindingResult> {
  if (!isParams(params)) {
    const expected = '{ uri, version, finding: { code, range } }';
    throw new ResponseError(ErrorCodes.InvalidParams, `cancellation.explainFinding takes ${expected}.`);
  }
  const { uri, version, finding } = params;
  const isCurrent = (): boolean => session.documents.get(uri)?.version === version;
  if (!isCurrent()) return null;
  const found = await findFinding(session, uri, (each) => isMeant(each, finding), signal);
  const task = found && (await findCheckTask(session, uri, signal));
  if (!task || !isCurrent()) return null;
  const { types, maximumBytes } = task.options;
  const steps = await session.engine.explain(
    { ...task.document, finding: found },
    { types, maximumBytes, signal },
  );
  return steps && isCurrent() ? steps.map((step) => ({ uri, ...step })) : null;
}

async function findFinding(
  { checks }: Session,
  uri: string,
  isWanted: (finding: Finding) => boolean,
  signal: AbortSignal,
): Promise<Finding | undefined> {
  try {
    const check = await checks.completeCheck(uri, signal);
    return check?.findings.find(isWanted);
  } catch (error) {
    if (error instanceof DocumentChangedError) return undefined;
    throw error;
  }
}

function isMeant({ rule, range }: Finding, finding: ExplainFindingParams['finding']): boolean {
  const { start, end } = finding.range;
  return (
    rule === finding.code &&
    [range.start.line, range.start.character].join() === [start.line, start.character].join() &&
    [range.end.line, range.end.character].join() === [end.line, end.character].join()
  );
}

function isParams(value: unknown): value is ExplainFindingParams {
  if (!isObject(value) || typeof value.uri !== 'string' || typeof value.version !== 'number') return false;
  return isObject(value.finding) && typeof value.finding.code === 'string' && Range.is(value.finding.range);
}
