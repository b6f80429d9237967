import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { Feature, Session } from '../session/session.js';

/** Keeps open documents in step with the client, and lets their unsaved text win over the disk. */
export function documents({
  connection,
  client,
  documents,
  findTarget,
  engine,
  settings,
  checks,
  closedFindings,
}: Session): Feature {
  documents.onDidOpen(({ document }) => {
    void closedFindings.clear(document.uri);
    const target = findTarget(document);
    // Where nobody watches the disk, a document that is opened may be a file that its project has not seen yet.
    if (target?.mayHaveTypes && !client.watchesFiles)
      engine.filesChanged([{ file: target.file, kind: 'created' }]);
  });
  documents.onDidChangeContent(({ document }) => {
    const target = findTarget(document);
    if (target?.mayHaveTypes) engine.openDocument({ file: target.file, text: document.getText() });
    checks.documentChanged();
  });
  documents.onDidClose(({ document }) => {
    const target = findTarget(document);
    if (target?.mayHaveTypes) engine.closeDocument(target.file);
    settings.forget(document.uri);
    checks.forget(document.uri);
    checks.documentChanged();
  });
  documents.listen(connection);
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    },
  };
}
