import { commands, l10n, languages, Location, Range, Uri, window, type Diagnostic } from 'vscode';
import {
  explainFindingCommand,
  type ExplainFindingParams,
  type ExplainFindingResult,
} from 'cancellation-language-server/protocol';
import { executeOnServer } from './execute-on-server.js';
import type { Server } from './server.js';

/** Shows the way of a signal, from where it is made to the finding under the cursor, in a peek view. */
export async function explainFinding(server: Server): Promise<void> {
  const client = await server.client();
  const editor = window.activeTextEditor;
  const finding = editor && findingAt(editor.document.uri, editor.selection.active);
  if (!editor || !finding || !client) {
    void window.showInformationMessage(l10n.t('There is no cancellation finding at the cursor.'));
    return;
  }
  const { document } = editor;
  const params: ExplainFindingParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    version: document.version,
    finding: { code: codeOf(finding), range: client.code2ProtocolConverter.asRange(finding.range) },
  };
  const steps = (await executeOnServer(client, explainFindingCommand, params)) as ExplainFindingResult;
  if (!steps) return;
  const places = steps.map(({ uri, range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    return new Location(Uri.parse(uri), range);
  });
  await commands.executeCommand(
    'editor.action.peekLocations',
    document.uri,
    finding.range.start,
    places,
    'peek',
  );
}

function findingAt(uri: Uri, position: Range['start']): Diagnostic | undefined {
  return languages
    .getDiagnostics(uri)
    .find(({ source, range }) => source === 'cancellation' && range.contains(position));
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
