import { ErrorCodes, ResponseError, ShowDocumentRequest, type LSPAny } from 'vscode-languageserver';
import { pageOfRule } from '../engine/rule-selection.js';
import type { Session } from '../session/session.js';
import { abortable } from '../support/cancellation.js';

/**
 * Has the client show the page of a rule outside of the editor.
 *
 * @param args the rule's full id
 * @param signal ends the wait for the client
 * @throws a ResponseError where there is no such rule or the client cannot show addresses, and the signal's reason when it aborts
 */
export async function openRulePage(
  { connection, client }: Session,
  [rule]: readonly LSPAny[],
  signal: AbortSignal,
): Promise<null> {
  const uri = typeof rule === 'string' ? pageOfRule(rule) : '';
  if (uri === '')
    throw new ResponseError(ErrorCodes.InvalidParams, `There is no rule ${JSON.stringify(rule ?? null)}.`);
  if (!client.opensAddresses)
    throw new ResponseError(ErrorCodes.InvalidRequest, `The client cannot show ${uri}.`);
  await abortable(connection.sendRequest(ShowDocumentRequest.type, { uri, external: true }), signal);
  return null;
}
