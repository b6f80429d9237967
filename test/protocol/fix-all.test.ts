import { once } from 'node:events';
import type { Position } from 'vscode-languageserver-protocol/node';
import { describe, expect, it, vi } from 'vitest';
import type { ActionProducer, ActionRequest } from '../../server/src/actions/action-request.js';
import { fixAll, fixAllOfRule } from '../../server/src/actions/fix-all.js';
import { quickFixes } from '../../server/src/actions/quick-fixes.js';
import { diagnosticOf } from '../../server/src/diagnostics/diagnostic.js';
import { isDiagnosticData } from '../../server/src/diagnostics/diagnostic-data.js';
import type { Finding, TextEdit } from '../../server/src/engine/finding.js';
import { readSettings } from '../../server/src/config/settings.js';
import { clientSupportOf } from '../../server/src/support/client-support.js';
import { Log } from '../../server/src/support/log.js';
import { asking } from '../support/lsp/client-capabilities.js';
import { applyEdits, offsetAt, positionAt } from '../support/lsp/text-positions.js';

// What runs never changes by an autofix, so there are few; what is done with them is shown on findings written down here.
describe('autofixes', () => {
  const text = 'one two three\n';

  it('are applied together, those of all rules or those of one', async () => {
    const request = requestFor([
      finding('a', 'one', '1'),
      finding('b', 'two', '2'),
      finding('a', 'three', '3'),
    ]);
    const [all] = await fixAll.produce(request);
    expect(fixAll.kind).toBe('source.fixAll.cancellation');
    expect(all).toMatchObject({ work: {} });
    expect(await resolved(fixAll, request)).toEqual(['1 2 3\n']);

    const ofRules = await fixAllOfRule.produce(request);
    expect(ofRules.map(({ title }) => title)).toEqual([
      'Fix all cancellation/a findings in this file',
      'Fix all cancellation/b findings in this file',
    ]);
    expect(await resolved(fixAllOfRule, request)).toEqual(['1 two 3\n', 'one 2 three\n']);
  });

  it('leave the later one of an overlap for the next time', async () => {
    const request = requestFor([
      finding('a', 'two', '2'),
      finding('a', 'one two', '12'),
      finding('a', 'three', '3'),
    ]);
    expect(await resolved(fixAll, request)).toEqual(['12 3\n']);
  });

  it('are preferred to suggestions, which stay out of what is applied together', async () => {
    const suggestion = { title: 'Count down', edits: [editOf('three', '0')] };
    const request = requestFor([{ ...finding('a', 'one', '1'), suggestions: [suggestion] }]);
    expect(await quickFixes.produce(request)).toMatchObject([
      { title: 'Fix this cancellation/a finding', isPreferred: true },
      { title: 'Count down' },
    ]);
    expect(await resolved(fixAll, request)).toEqual(['1 two three\n']);
  });

  it('make no action where there are none', async () => {
    const { fix, ...unfixable } = finding('a', 'one', '1');
    expect(fix).toBeDefined();
    const request = requestFor([unfixable]);
    expect(await fixAll.produce(request)).toEqual([]);
    expect(await fixAllOfRule.produce(request)).toEqual([]);
  });

  it('are not looked for where no rule has any', async () => {
    const check = vi.fn(() => Promise.resolve(undefined));
    const request = { ...requestFor([]), mayHaveFixes: () => Promise.resolve(false), check };
    for (const isAutomatic of [true, false])
      expect(await fixAll.produce({ ...request, isAutomatic })).toEqual([]);
    expect(check).not.toHaveBeenCalled();
  });

  it('hold a save up only so long', async () => {
    const log = new Log(console);
    const info = vi.spyOn(log, 'info').mockImplementation(() => undefined);
    const request = { ...requestFor([]), log, isAutomatic: true, check: untilAborted };
    expect(await fixAll.produce(request)).toEqual([]);
    expect(info).toHaveBeenCalledExactlyOnceWith(
      'file:///a.ts is saved without fixes: its check takes longer than 200 ms.',
    );
  });

  it('hold a save up no longer when it is called off', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const answer = fixAll.produce({ ...requestFor([]), isAutomatic: true, check: untilAborted, signal });
    controller.abort();
    await expect(answer).rejects.toBe(signal.reason);
  });

  /** A check that never ends by itself. */
  async function untilAborted(signal: AbortSignal): Promise<never> {
    if (!signal.aborted) await once(signal, 'abort');
    throw signal.reason;
  }

  function finding(rule: string, piece: string, replacement: string): Finding {
    const edit = editOf(piece, replacement);
    return {
      rule: `cancellation/${rule}`,
      severity: 'warning',
      message: `Not ${piece}.`,
      range: { start: positionAt(text, edit.start), end: positionAt(text, edit.end) },
      page: 'https://example.org',
      fix: edit,
      suggestions: [],
      related: [],
    };
  }

  function editOf(piece: string, replacement: string): TextEdit {
    const start = text.indexOf(piece);
    return { start, end: start + piece.length, text: replacement };
  }

  function requestFor(findings: Finding[]): ActionRequest {
    const client = clientSupportOf({ capabilities: asking });
    const document = {
      uri: 'file:///a.ts',
      version: 1,
      positionAt: (offset: number) => positionAt(text, offset),
      offsetAt: (position: Position) => offsetAt(text, position),
    };
    const diagnostics = findings.flatMap((each) => {
      const diagnostic = diagnosticOf(each, document, client);
      const data: unknown = diagnostic.data;
      return isDiagnosticData(data) ? [{ diagnostic, data }] : [];
    });
    return {
      client,
      document,
      diagnostics,
      log: new Log(console),
      settings: readSettings(undefined).settings,
      range: { start: document.positionAt(0), end: document.positionAt(0) },
      isAutomatic: false,
      signal: new AbortController().signal,
      mayHaveFixes: () => Promise.resolve(true),
      check: () => Promise.resolve({ document, findings }),
      disableEdits: () => Promise.resolve({}),
      refactorings: () => Promise.resolve([]),
      threadSignal: () => Promise.resolve(undefined),
      findOpen: () => undefined,
    };
  }

  /** @returns what the text becomes by each action */
  async function resolved(producer: ActionProducer, request: ActionRequest): Promise<string[]> {
    const listed = await producer.produce(request);
    return Promise.all(
      listed.map(async ({ work }) => {
        const edits = work && (await producer.edits?.(request, work));
        return applyEdits(text, edits ?? []);
      }),
    );
  }
});
