import { MessageType, ShowMessageNotification, type LSPAny } from 'vscode-languageserver';
import type { CheckWorkspaceResult } from '../protocol.js';
import type { Session } from '../session/session.js';
import { checkWorkspaceFiles } from '../session/workspace-checks.js';
import { startProgress } from '../support/progress.js';

/**
 * Checks all files of the workspace, and shows what it finds in those that are not open. Files that are on no disk it cannot check,
 * and says so.
 *
 * @param signal stops the check, as the person does who cancels its progress; what was found until then stays
 * @returns how many files were looked at and how many findings they have
 * @throws the signal's reason when it aborts
 */
export async function checkWorkspace(
  session: Session,
  _args: readonly LSPAny[],
  signal: AbortSignal,
): Promise<CheckWorkspaceResult> {
  const { connection, client, closedFindings } = session;
  await tellLimits(session);
  const progress = await startProgress(connection, client, 'Checking for cancellation bugs');
  const result: CheckWorkspaceResult = { files: 0, findings: 0, isComplete: false };
  try {
    for await (const step of checkWorkspaceFiles(session, AbortSignal.any([signal, progress.signal]))) {
      result.files = step.done;
      result.findings += step.findings.length;
      progress.report(step);
      await closedFindings.show(step.uri, step.findings);
    }
    result.isComplete = true;
  } catch (error) {
    if (signal.aborted || !progress.signal.aborted) throw error;
  } finally {
    progress.done();
  }
  return { ...result };
}

/** Whoever asks for a check of all files has to know that some are left out. */
async function tellLimits({ connection, folders }: Session): Promise<void> {
  const { all, virtual } = folders;
  if (all.length > 0 && virtual.length === 0) return;
  const message =
    virtual.length === 0
      ? 'No folder is open that could be checked.'
      : `Only files on disk can be checked all at once. Of ${virtual.join(' and ')}, the open documents are checked.`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
