import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
  DidChangeTextDocumentNotification,
  HoverRequest,
  PositionEncodingKind,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
  type Position,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { asking, waiting } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const counting = (
  positionEncodings: PositionEncodingKind[],
  capabilities: ClientCapabilities = asking,
): ClientCapabilities => ({ ...capabilities, general: { positionEncodings } });

const inBytes = counting([PositionEncodingKind.UTF8, PositionEncodingKind.UTF16]);

const program = `export async function load(url: string, signal: AbortSignal) {
  const 名 = '👩‍👩‍👧 é'; await fetch(url); return 名;
}
`;

/** @returns where a piece of a text stands, in bytes of UTF-8 */
function byteRangeOf(text: string, piece: string): Range {
  const at = (offset: number): Position => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: Buffer.byteLength(lines.at(-1) ?? '') };
  };
  const start = text.indexOf(piece);
  return { start: at(start), end: at(start + piece.length) };
}

/** @returns the text between two places that are counted in bytes of UTF-8 */
function bytesIn(text: string, { start, end }: Range): string {
  const [line = ''] = text.split('\n').slice(start.line);
  return Buffer.from(line).subarray(start.character, end.character).toString();
}

describe('the encoding of positions', () => {
  it.each([
    [[PositionEncodingKind.UTF8, PositionEncodingKind.UTF16], PositionEncodingKind.UTF8],
    [[PositionEncodingKind.UTF32, PositionEncodingKind.UTF8], PositionEncodingKind.UTF8],
    [[PositionEncodingKind.UTF16, PositionEncodingKind.UTF8], PositionEncodingKind.UTF16],
    [[PositionEncodingKind.UTF32], PositionEncodingKind.UTF16],
  ])('of a client that likes %j is %s', async (encodings, expected) => {
    const client = await startClient({ capabilities: counting(encodings) });
    expect(client.initializeResult.capabilities.positionEncoding).toBe(expected);
  });
});

describe('a client that counts in bytes', () => {
  const client = sharedClient({ capabilities: inBytes });

  it('is told of findings, and tells of places, in bytes', async () => {
    const document = await client().open('/nowhere/bytes.ts', program);
    const [finding] = await document.diagnostics();
    expect(finding && bytesIn(program, finding.range)).toBe('fetch');
    const hover = await client().connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: document.uri },
      position: byteRangeOf(program, 'signal').start,
    });
    expect(hover?.range && bytesIn(program, hover.range)).toBe('signal');
  });

  it('mends and edits in bytes, each change behind the ones before', async () => {
    const document = await client().open('/nowhere/edits.ts', program);
    const [finding] = await document.diagnostics();
    if (!finding) throw new Error('Nothing was found.');
    const answer = await client().connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document.uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const mend = (answer ?? []).find((each) => !Command.is(each) && each.kind === 'quickfix') as CodeAction;
    const { edit } = await client().connection.sendRequest(CodeActionResolveRequest.type, mend);
    const [change] = edit?.documentChanges ?? [];
    if (!change || !TextDocumentEdit.is(change)) throw new Error('There is no edit.');
    expect(change.edits).toEqual([{ range: emptyAfter(program, 'fetch(url'), newText: ', { signal }' }]);

    const edits = change.edits.flatMap((each) =>
      'newText' in each ? [{ range: each.range, text: each.newText }] : [],
    );
    await client().connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: 2 },
      contentChanges: [{ range: emptyAfter(program, "'👩‍👩‍👧"), text: 'ß𝒳' }, ...edits.map(movedBy('ß𝒳'))],
    });
    expect(await document.diagnostics()).toEqual([]);
  });

  it('is told of findings in closed files, and of where else they stand, in bytes', async () => {
    const folder = await temporaryFolder({ 'closed.ts': program });
    const pushed = await startClient({
      folders: [folder],
      capabilities: counting([PositionEncodingKind.UTF8], waiting),
    });
    await pushed.connection.sendRequest('workspace/executeCommand', {
      command: 'cancellation.checkWorkspace',
    });
    const uri = pathToFileURL(path.join(folder, 'closed.ts')).href;
    const { diagnostics } = await pushed.messages.published.first((each) => each.uri === uri);
    expect(diagnostics.map(({ range }) => bytesIn(program, range))).toEqual(['fetch']);
  });
});

function emptyAfter(text: string, piece: string): Range {
  const { end } = byteRangeOf(text, piece);
  return { start: end, end };
}

/** Moves an edit of the same line behind an inserted piece. */
function movedBy(piece: string) {
  const move = ({ line, character }: Position): Position => ({
    line,
    character: character + Buffer.byteLength(piece),
  });
  return ({ range: { start, end }, text }: { range: Range; text: string }) => ({
    range: { start: move(start), end: move(end) },
    text,
  });
}
