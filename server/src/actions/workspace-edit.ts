import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientSupport } from '../support/client-support.js';

/** @returns edits of a document, tied to its version where the client can check that */
export function workspaceEdit(
  client: ClientSupport,
  { uri, version }: { uri: string; version: number },
  edits: TextEdit[],
): WorkspaceEdit {
  if (client.takesVersionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}
