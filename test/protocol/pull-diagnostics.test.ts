import path from 'node:path';
import {
  DiagnosticSeverity,
  FileChangeType,
  PositionEncodingKind,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { refreshing } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { markedPlaces } from '../support/lsp/marked-places.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { textIn } from '../support/lsp/text-positions.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('diagnostics that are asked for', () => {
  const client = sharedClient();

  it('name the rule, its page, and where the signal comes from', async () => {
    const folder = await temporaryFolder();
    const document = await client().open(path.join(folder, 'load.ts'), swallowing.code);

    const [finding, ...others] = await document.diagnostics();

    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      source: 'cancellation',
      code: swallowingRule,
      severity: DiagnosticSeverity.Error,
      range: markedPlaces(swallowing)[0],
    });
    expect(finding?.message).toContain('signal');
    expect(finding?.codeDescription?.href).toMatch(/^https:.*\/no-swallowed-abort\.md$/);
    const related = finding?.relatedInformation?.map(({ location }) => ({
      uri: location.uri,
      text: textIn(document.text, location.range),
    }));
    expect(related).toEqual([{ uri: document.uri, text: 'signal: AbortSignal' }]);
  });

  it('are none for code that is right', async () => {
    const document = await client().open('/nowhere/right.ts', mended);
    expect(await document.diagnostics()).toEqual([]);
  });

  it('are announced, with positions in UTF-16', () => {
    expect(client().initializeResult).toMatchObject({
      serverInfo: { name: 'cancellation-language-server' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        diagnosticProvider: { interFileDependencies: true },
      },
    });
  });

  it('are not sent again while they stay the same, and are after an edit', async () => {
    const document = await client().open('/nowhere/same.ts', swallowing.code);
    const first = await document.report();
    expect(await document.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    await document.replace('undefined', 'null');
    const second = await document.report(first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: swallowingRule }] });
  });

  it('follow a disable comment of ESLint’s, and say nothing of other rules’ comments', async () => {
    const document = await client().open('/nowhere/disabled.ts', swallowing.code);
    await document.replace(
      '  } catch',
      '    // eslint-disable-next-line other/rule -- on purpose\n  } catch',
    );
    expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
    await document.replace('other/rule', swallowingRule);
    expect(await document.diagnostics()).toEqual([]);
  });

  it('cover untitled documents, by their language', async () => {
    const document = await client().open('untitled:Untitled-1', swallowing.code);
    expect(await document.diagnostics()).toMatchObject([
      { code: swallowingRule, range: markedPlaces(swallowing)[0] },
    ]);
    const prose = await client().open('untitled:Untitled-2', swallowing.code, 'markdown');
    expect(await prose.diagnostics()).toEqual([]);
  });

  it.each(['/nowhere/node_modules/a/a.ts', '/nowhere/a.d.ts', 'git:/nowhere/a.ts?HEAD'])(
    'leave %s alone, which is installed, a declaration or the old side of a comparison',
    async (place) => {
      const document = await client().open(place, swallowing.code);
      expect(await document.diagnostics()).toEqual([]);
    },
  );

  it('are none for a document that was closed or never opened', async () => {
    const document = await client().open('/nowhere/closed.ts', swallowing.code);
    await document.close();
    expect(await document.diagnostics()).toEqual([]);
  });
});

describe('a file that changes on disk', () => {
  it('has the client ask for the diagnostics of the open documents again', async () => {
    const folder = await temporaryFolder();
    const client = await startClient({ folders: [folder], capabilities: refreshing });
    const watched = await client.messages.registered.first(
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    expect(JSON.stringify(watched.registerOptions)).toMatch(/ts.*json/);
    const open = await client.open(path.join(folder, 'open.ts'), swallowing.code);
    await open.diagnostics();

    await client.filesChanged({ [path.join(folder, 'open.ts')]: FileChangeType.Changed });
    await open.diagnostics();
    expect(client.messages.refreshes.all).toEqual([]);

    await client.filesChanged({ [path.join(folder, 'other.ts')]: FileChangeType.Changed });
    await client.messages.refreshes.first();
  });
});
