import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ActionRequest } from './action-request.js';

/** @returns edits of the request's document, tied to its version where the client can check that */
export function workspaceEdit({ client, document }: ActionRequest, edits: TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  if (client.takesVersionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}
