import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain, refreshing } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('the settings', () => {
  const shared = sharedClient();

  it('set the severity of a rule, and are followed when they change', async () => {
    const client = await startClient({
      capabilities: refreshing,
      settings: () => ({ rules: { [swallowingRule]: 'warn' } }),
    });
    await client.messages.registered.first(({ method }) => method === 'workspace/didChangeConfiguration');
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);

    client.settings = () => ({ rules: { [swallowingRule]: 'off' } });
    await client.settingsChanged();
    await client.messages.refreshes.first();
    expect(await document.diagnostics()).toEqual([]);
  });

  it('may differ from folder to folder', async () => {
    const [loud, quiet] = [await temporaryFolder(), await temporaryFolder()];
    const client = await startClient({
      folders: [loud, quiet],
      settings: (uri) => ({
        rules: { [swallowingRule]: uri?.startsWith(pathToFileURL(quiet).href) ? 'off' : 'error' },
      }),
    });
    const heard = await client.open(path.join(loud, 'load.ts'), swallowing.code);
    const unheard = await client.open(path.join(quiet, 'load.ts'), swallowing.code);
    expect(await heard.diagnostics()).toHaveLength(1);
    expect(await unheard.diagnostics()).toEqual([]);
  });

  it('switch types off', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': jobModule('string'),
      'run.ts': runningJob,
    });
    const client = await startClient({ settings: () => ({ types: { enable: false } }) });
    const document = await client.open(path.join(folder, 'run.ts'), runningJob);
    expect(await document.diagnostics()).toHaveLength(1);
    client.settings = () => ({ types: { enable: true } });
    await client.settingsChanged();
    expect(await document.diagnostics()).toEqual([]);
  });

  it.each([
    [
      { preset: 'all' },
      'cancellation.preset is "all", but has to be "recommended" or "strict"; the default is used.',
    ],
    [
      { types: { enable: 'yes' } },
      'cancellation.types.enable is "yes", but has to be true or false; the default is used.',
    ],
    [
      { rules: { [swallowingRule]: 'fatal' } },
      `cancellation.rules["${swallowingRule}"] is "fatal", but has to be "off" or "warn" or "error" (the rule takes no options); the default is used.`,
    ],
    [
      { rules: { [swallowingRule]: ['warn', { strictly: true }] } },
      `cancellation.rules["${swallowingRule}"] is ["warn",{"strictly":true}], but has to be "off" or "warn" or "error" (the rule takes no options); the default is used.`,
    ],
    [{ rules: { 'no-such': 'off' } }, 'cancellation.rules names "no-such", but there is no such rule.'],
    [
      { rules: { 'cancellation/no-swalowed-abort': 'off' } },
      `cancellation.rules names "cancellation/no-swalowed-abort", but there is no such rule. Did you mean "${swallowingRule}"?`,
    ],
    [
      { eslint: { coexistence: 'sometimes', useConfig: 'always' } },
      'cancellation.eslint.useConfig is "always", but has to be "auto" or "never"; the default is used. cancellation.eslint.coexistence is "sometimes", but has to be "auto" or "always" or "never"; the default is used.',
    ],
    [
      { log: { level: 'all' } },
      'cancellation.log.level is "all", but has to be "error" or "warn" or "info" or "debug"; the default is used.',
    ],
    [
      { maximumFileSize: 0 },
      'cancellation.maximumFileSize is 0, but has to be a number above 0; the default is used.',
    ],
    [{ types: true }, 'cancellation.types is true, but has to be an object; the default is used.'],
    [{ colour: true }, 'cancellation.colour is no setting.'],
    [
      { 'types.enable': 'yes' },
      'cancellation.types.enable is "yes", but has to be true or false; the default is used.',
    ],
    [
      { rules: { 'no-swalowed-abort': 'off' } },
      'cancellation.rules names "no-swalowed-abort", but there is no such rule. Did you mean "no-swallowed-abort"?',
    ],
    [{ typs: { enable: false } }, 'cancellation.typs is no setting; did you mean cancellation.types?'],
    [
      { types: { enabled: false } },
      'cancellation.types.enabled is no setting; did you mean cancellation.types.enable?',
    ],
    [
      { run: 'always', exclude: '**/*.ts' },
      'cancellation.run is "always", but has to be "onType" or "onSave"; the default is used. cancellation.exclude is "**/*.ts", but has to be a list of strings; the default is used.',
    ],
    [
      { severity: { '*': 'info' } },
      'cancellation.severity["*"] is "info", but has to be "error" or "warning" or "information" or "hint"; the default is used.',
    ],
    ['strict', 'cancellation is "strict", but has to be an object; the default is used.'],
  ])('give one message for a wrong value, and the others count: %j', async (section, words) => {
    shared().settings = () => section;
    await shared().settingsChanged();
    const before = shared().messages.shown.all.length;
    const one = await shared().open('/nowhere/one.ts', swallowing.code);
    const two = await shared().open('/nowhere/two.ts', swallowing.code);
    expect(await one.diagnostics()).toHaveLength(1);
    expect(await two.diagnostics()).toHaveLength(1);
    expect(
      shared()
        .messages.shown.all.slice(before)
        .map(({ message }) => message),
    ).toEqual([words]);
  });

  it('take a list with a severity, as ESLint does, and leave alone what is the extension’s', async () => {
    const client = await startClient({
      settings: () => ({ rules: { [swallowingRule]: ['warn'] }, trace: { server: 'verbose' } }),
    });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);
    expect(client.messages.shown.all).toEqual([]);
  });

  it('may name rules in short, and nested settings with dots', async () => {
    const client = await startClient({
      settings: () => ({ 'disableActions.enable': false, rules: { 'no-swallowed-abort': 'warn' } }),
    });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    expect(diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);
    const kinds = (await document.actions(diagnostics)).map(({ kind }) => kind);
    expect(kinds).toContain('quickfix');
    expect(kinds).not.toContain('quickfix.cancellation.disable-line');
    client.settings = () => ({ severity: { 'no-swallowed-abort': 'hint' } });
    await client.settingsChanged();
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Hint }]);
    expect(client.messages.shown.all).toEqual([]);
  });

  it('say how large a file may be', async () => {
    const client = await startClient({ settings: () => ({ maximumFileSize: 0.1 }) });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    expect(await document.diagnostics()).toEqual([]);
    await client.messages.logged.first(({ message }) => message.includes('too large'));
    client.settings = () => ({ maximumFileSize: 1 });
    await client.settingsChanged();
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it('reach a server that cannot ask for them', async () => {
    const client = await startClient({
      capabilities: plain,
      initializationOptions: { rules: { [swallowingRule]: 'warn' } },
    });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    expect((await document.published()).diagnostics).toMatchObject([
      { severity: DiagnosticSeverity.Warning },
    ]);
    const before = client.messages.published.all.length;
    await client.settingsChanged({ rules: { [swallowingRule]: 'off' } });
    expect((await document.published({ from: before })).diagnostics).toEqual([]);
  });
});
