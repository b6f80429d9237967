import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { statusRequest, type StatusParams } from '../protocol.js';
import { documentStatus } from '../session/document-status.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Tells how a document is checked. */
export function status(session: Session): Feature {
  session.connection.onRequest(statusRequest, (params: Partial<StatusParams>, token: CancellationToken) => {
    const { uri } = params;
    if (typeof uri !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, `${statusRequest} takes { uri }.`);
    return withSignal(token, (signal) => documentStatus(session, uri, signal));
  });
  return { capabilities: {} };
}
