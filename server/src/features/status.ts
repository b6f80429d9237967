import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { statusChangedNotification, statusRequest, type StatusParams } from '../protocol.js';
import { documentStatus } from '../session/document-status.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Tells how a document is checked, and those who have asked when that changes. */
export function status(session: Session): Feature {
  const { connection, checks } = session;
  /** The documents whose types were still loading when somebody asked. */
  const loading = new Set<string>();
  let isAsked = false;
  connection.onRequest(statusRequest, (params: Partial<StatusParams>, token: CancellationToken) => {
    const { uri } = params;
    if (typeof uri !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, `${statusRequest} takes { uri }.`);
    isAsked = true;
    return withSignal(token, async (signal) => {
      const answer = await documentStatus(session, uri, signal);
      if (answer.types.state === 'loading') loading.add(uri);
      return answer;
    });
  });
  checks.onSettled((uri) => {
    const params: StatusParams = { uri };
    if (loading.delete(uri)) void connection.sendNotification(statusChangedNotification, params);
  });
  checks.onOutdated(() => {
    if (isAsked) void connection.sendNotification(statusChangedNotification, {});
  });
  return { capabilities: {} };
}
