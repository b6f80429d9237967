import { access } from 'node:fs/promises';
import path from 'node:path';
import { DiagnosticSeverity, FileChangeType, MessageType } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { eslintConfig, eslintProject } from '../support/lsp/eslint-project.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const asError = [{ code: swallowingRule, severity: DiagnosticSeverity.Error }];
const asWarning = [{ code: swallowingRule, severity: DiagnosticSeverity.Warning }];
const warning = eslintConfig({ [swallowingRule]: 'warn' });
/** A config that tells by a file that it has run. */
const telling = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran.txt', import.meta.url), '');
${warning}`;

/** Opens a file with a finding, in a folder that the client has, and says what is found. */
async function diagnosticsIn(client: LspClient, folder: string, name = 'load.ts', text = swallowing.code) {
  const document = await client.open(path.join(folder, name), text);
  return document.diagnostics();
}

async function hasRun(folder: string): Promise<boolean> {
  return access(path.join(folder, 'ran.txt')).then(
    () => true,
    () => false,
  );
}

describe('the ESLint config of a trusted project', () => {
  const shared = sharedClient({ initializationOptions: { trusted: true } });

  async function opened(files: Record<string, string>, installed?: Record<string, string>) {
    const folder = await eslintProject(files, installed);
    await shared().addFolder(folder);
    return folder;
  }

  it.each([
    ['a severity', eslintConfig({ [swallowingRule]: 'warn' }), asWarning],
    ['a number for it', eslintConfig({ [swallowingRule]: 2 }), asError],
    ['a list with it', eslintConfig({ [swallowingRule]: ['warn'] }), asWarning],
    ['a rule that is off', eslintConfig({ [swallowingRule]: 'off' }), []],
    ['other rules only', eslintConfig({ 'cancellation/no-masked-abort': 'error' }), []],
    ['the plugin without a rule', eslintConfig({}), []],
    [
      'a preset',
      "import cancellation from 'eslint-plugin-cancellation';\nexport default [{ files: ['**/*.ts'], ...cancellation.configs.strict }];",
      asError,
    ],
    [
      'a later part that wins',
      eslintConfig({ [swallowingRule]: 'error' }, warningPart('**/*.ts')),
      asWarning,
    ],
    ['a part for other files', eslintConfig({ [swallowingRule]: 'error' }, warningPart('**/*.mts')), asError],
    ['nothing of ours', "export default [{ files: ['**/*.ts'], rules: { eqeqeq: 'error' } }];", asError],
    ['nothing for the file', warning.replace('**/*.ts', 'other/**'), asError],
    [
      'the file among the ignored ones',
      eslintConfig({ [swallowingRule]: 'warn' }, "{ ignores: ['load.ts'] }"),
      [],
    ],
    [
      'other files among the ignored ones',
      eslintConfig({ [swallowingRule]: 'warn' }, "{ ignores: ['src/'] }"),
      asWarning,
    ],
    ['an empty list', 'export default [];', asError],
  ])('holds with %s', async (_, config, found) => {
    const folder = await opened({ 'eslint.config.mjs': config });
    const diagnostics = await diagnosticsIn(shared(), folder);
    expect(diagnostics).toMatchObject(found);
    expect(diagnostics).toHaveLength(found.length);
  });

  it('holds under another name of the plugin, which is then the name in comments', async () => {
    const config = warning
      .replace('{ cancellation }', '{ aborts: cancellation }')
      .replace(swallowingRule, 'aborts/no-swallowed-abort');
    const folder = await opened({ 'eslint.config.mjs': config });
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asWarning);
    const silent = (name: string) => `/* eslint-disable ${name} */\n${swallowing.code}`;
    const named = silent('aborts/no-swallowed-abort');
    expect(await diagnosticsIn(shared(), folder, 'named.ts', named)).toEqual([]);
    expect(await diagnosticsIn(shared(), folder, 'misnamed.ts', silent(swallowingRule))).toHaveLength(1);
  });

  it('gives the names of functions that tell an abort', async () => {
    const text = swallowing.code.replace(
      'return undefined',
      'if (stopped(error)) return undefined;\n    throw error',
    );
    const rules = { 'cancellation/no-misplaced-abort-catch': 'warn' };
    const settings = "{ settings: { cancellation: { abortPredicates: ['stopped'] } } }";
    const without = await opened({ 'eslint.config.mjs': eslintConfig(rules) });
    expect(await diagnosticsIn(shared(), without, 'load.ts', text)).toEqual([]);
    const folder = await opened({ 'eslint.config.mjs': eslintConfig(rules, settings) });
    expect(await diagnosticsIn(shared(), folder, 'load.ts', text)).toHaveLength(1);
  });

  it('is that of the nearest folder, and of the workspace', async () => {
    const outer = await eslintProject({
      'eslint.config.mjs': eslintConfig({ [swallowingRule]: 'off' }),
      'workspace/eslint.config.mjs': warning,
      'workspace/packages/quiet/eslint.config.mjs': eslintConfig({ [swallowingRule]: 'off' }),
      'other/package.json': '{}',
    });
    await shared().addFolder(path.join(outer, 'workspace'));
    await shared().addFolder(path.join(outer, 'other'));
    expect(await diagnosticsIn(shared(), outer, 'workspace/packages/loud/load.ts')).toMatchObject(asWarning);
    expect(await diagnosticsIn(shared(), outer, 'workspace/packages/quiet/load.ts')).toEqual([]);
    expect(await diagnosticsIn(shared(), outer, 'other/load.ts'), 'above the folder').toMatchObject(asError);
  });

  it('may be written for ESLint 9', async () => {
    const folder = await opened(
      { 'eslint.config.js': warning, 'package.json': '{ "type": "module" }' },
      { eslint: 'eslint9', 'eslint-plugin-cancellation': 'eslint-plugin-cancellation' },
    );
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asWarning);
  });

  it.each(['eslint.config.ts', 'eslint.config.mts'])('may be written in TypeScript: %s', async (name) => {
    const folder = await opened({ [name]: `const unused: number = 1;\nvoid unused;\n${warning}` });
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asWarning);
  });

  it('may be a CommonJS module that looks for files in the working folder, and prints', async () => {
    const config = `const path = require('node:path');
      console.log('Content-Length: 2\\r\\n\\r\\n{}');
      module.exports = require(path.resolve('rules.cjs'));`;
    const rules = `const cancellation = require('eslint-plugin-cancellation');
      module.exports = [{ files: ['**/*.ts'], plugins: { cancellation }, rules: { '${swallowingRule}': 'warn' } }];`;
    const folder = await opened({
      'eslint.config.cjs': config,
      'rules.cjs': rules,
      'package-lock.json': 'eslint-plugin-cancellation',
    });
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asWarning);
  });

  it.each([
    ['of the config', 'eslint.config.mjs', warning],
    ['of a file that it imports', 'rules/ours.js', `export const rules = { '${swallowingRule}': 'warn' };`],
  ])('is followed after an edit %s', async (_, changed, text) => {
    const folder = await opened({
      'eslint.config.mjs': warning
        .replace('rules: {', 'rules: { ...rules,')
        .replace(`"${swallowingRule}":"warn"`, '')
        .replace('import', "import { rules } from './rules/ours.js';\nimport"),
      'rules/ours.js': `export const rules = { '${swallowingRule}': 'error' };`,
    });
    const document = await shared().open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toMatchObject(asError);
    await writeFiles(folder, { [changed]: text });
    await shared().filesChanged({ [path.join(folder, changed)]: FileChangeType.Changed });
    expect(await document.diagnostics()).toMatchObject(asWarning);
  });

  it('is noticed when it comes', async () => {
    const folder = await opened({});
    const document = await shared().open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toMatchObject(asError);
    await writeFiles(folder, { 'eslint.config.mjs': warning });
    await shared().filesChanged({ [path.join(folder, 'eslint.config.mjs')]: FileChangeType.Created });
    expect(await document.diagnostics()).toMatchObject(asWarning);
  });

  it.each([
    ['throws', "throw new Error('No such thing.');", 'line 1: No such thing'],
    ['is no JavaScript', 'export default [\n\n;', "Unexpected token ';'"],
    ['imports what is not there', "import 'not-there';", "Cannot find package 'not-there'"],
    ['ends the process', 'process.exit(3);', 'it ended the process with exit code 3'],
    [
      'has an unknown key',
      "export default [{ files: ['**/*.ts'], ruels: {} }];",
      'Unexpected key "ruels" found',
    ],
    ['is no config', 'export default 1;', 'Unexpected non-object config'],
    [
      'has a rule that is not there',
      eslintConfig({ 'cancellation/no-such-rule': 'error' }),
      'Could not find "no-such-rule" in plugin "cancellation"',
    ],
    [
      'has settings of ours that are wrong',
      eslintConfig({}, "{ settings: { cancellation: { abortPredicates: 'isAbort' } } }"),
      'settings.cancellation.abortPredicates has to be a list of function names',
    ],
  ])('that %s gives one message, and the defaults until it is mended', async (_, config, words) => {
    const folder = await opened({ 'eslint.config.mjs': config });
    const document = await shared().open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toMatchObject(asError);
    expect(await diagnosticsIn(shared(), folder, 'other.ts')).toMatchObject(asError);
    const about = shared().messages.logged.all.filter(({ message }) => message.startsWith(folder));
    expect(about).toMatchObject([
      { type: MessageType.Warning, message: expect.stringContaining(words) as string },
    ]);
    expect(about[0]?.message).toMatch(
      /eslint\.config\.mjs: ESLint cannot read this config: .*editor's settings\.$/,
    );

    await writeFiles(folder, { 'eslint.config.mjs': warning });
    await shared().filesChanged({ [path.join(folder, 'eslint.config.mjs')]: FileChangeType.Changed });
    expect(await document.diagnostics()).toMatchObject(asWarning);
  });

  it.each([
    ['none', {}, 'ESLint is not installed'],
    [
      'an old one',
      {
        'node_modules/eslint/package.json': '{ "name": "eslint", "main": "index.js" }',
        'node_modules/eslint/index.js': "exports.ESLint = class { static version = '8.57.1'; };",
      },
      'ESLint 8.57.1 is installed, and the oldest that is understood is 9',
    ],
  ])('without an ESLint that can read it gives one message: %s', async (_, files, words) => {
    const folder = await opened({ ...files, 'eslint.config.mjs': warning }, {});
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asError);
    await shared().messages.logged.first(
      ({ message }) => message.startsWith(folder) && message.includes(words),
    );
  });

  it('is not run where no lock file names the plugin', async () => {
    const config = telling
      .replaceAll('eslint-plugin-cancellation', './plugin.js')
      .replaceAll('cancellation', 'abortions');
    const folder = await opened({ 'eslint.config.mjs': config, 'package-lock.json': '{}' });
    expect(await diagnosticsIn(shared(), folder)).toMatchObject(asError);
    expect(await hasRun(folder)).toBe(false);
  });
});

describe('next to the ESLint extension', () => {
  const options = (active: boolean) => ({ trusted: true, eslintExtension: { active } });

  it('findings that ESLint shows are hidden, as long as it is there', async () => {
    const folder = await eslintProject({ 'eslint.config.mjs': warning });
    const client = await startClient({
      folders: [folder],
      initializationOptions: options(true),
    });
    const document = await client.open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.actions([], ['source.fixAll'])).toEqual([]);

    await client.connection.sendNotification('cancellation/eslintExtension', { active: false });
    expect(await document.diagnostics()).toMatchObject(asWarning);

    await client.connection.sendNotification('cancellation/eslintExtension', { active: true });
    expect(await document.diagnostics()).toEqual([]);
  });

  it('findings are shown where the plugin is not in the config', async () => {
    const folder = await eslintProject({ 'eslint.config.mjs': 'export default [];' });
    const client = await startClient({ folders: [folder], initializationOptions: options(true) });
    expect(await diagnosticsIn(client, folder)).toMatchObject(asError);
  });

  it.each([
    ['always', true, 1],
    ['always', false, 1],
    ['auto', true, 0],
    ['auto', false, 1],
    ['never', true, 0],
    ['never', false, 0],
  ])('the setting "%s" counts, with the extension there: %j', async (coexistence, active, count) => {
    const folder = await eslintProject({ 'eslint.config.mjs': warning });
    const settings = () => ({ eslint: { coexistence } });
    const client = await startClient({ folders: [folder], settings, initializationOptions: options(active) });
    expect(await diagnosticsIn(client, folder)).toHaveLength(count);
  });
});

describe('whether an ESLint config is run', () => {
  it('depends on trust, which may be granted and taken away while the server runs', async () => {
    const folder = await eslintProject({ 'eslint.config.mjs': telling });
    const client = await startClient({
      folders: [folder],
      initializationOptions: { trusted: false },
    });
    const document = await client.open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toMatchObject(asError);
    expect(await hasRun(folder)).toBe(false);

    await client.connection.sendNotification('cancellation/trust', { trusted: true });
    expect(await document.diagnostics()).toMatchObject(asWarning);
    expect(await hasRun(folder)).toBe(true);

    await client.connection.sendNotification('cancellation/trust', { trusted: false });
    expect(await document.diagnostics()).toMatchObject(asError);
  });

  it.each([
    ['a client that says nothing', undefined, {}],
    ['settings that say so, which a workspace could bring along', undefined, { trusted: true }],
    ['anything but a plain yes', { trusted: 'yes' }, {}],
  ])('is not decided by %s', async (_, initializationOptions, settings) => {
    const folder = await eslintProject({ 'eslint.config.mjs': telling });
    const client = await startClient({ folders: [folder], settings: () => settings, initializationOptions });
    expect(await diagnosticsIn(client, folder)).toMatchObject(asError);
    expect(await hasRun(folder)).toBe(false);
  });

  it('can be switched off by a setting, for each folder', async () => {
    const [read, unread] = [
      await eslintProject({ 'eslint.config.mjs': telling }),
      await eslintProject({ 'eslint.config.mjs': telling }),
    ];
    const client = await startClient({
      folders: [read, unread],
      settings: (uri) => ({ eslint: { useConfig: uri?.includes(path.basename(unread)) ? 'never' : 'auto' } }),
      initializationOptions: { trusted: true },
    });
    expect(await diagnosticsIn(client, unread)).toMatchObject(asError);
    expect(await diagnosticsIn(client, read)).toMatchObject(asWarning);
    expect([await hasRun(read), await hasRun(unread)]).toEqual([true, false]);
  });

  it('makes no difference outside the folders', async () => {
    const folder = await eslintProject({ 'eslint.config.mjs': telling });
    const client = await startClient({
      folders: [await temporaryFolder()],
      initializationOptions: { trusted: true },
    });
    expect(await diagnosticsIn(client, folder)).toMatchObject(asError);
    expect(await hasRun(folder)).toBe(false);
  });
});

it('a client that watches no files has an edited config followed at its next edit', async () => {
  const folder = await eslintProject({ 'eslint.config.mjs': warning });
  const client = await startClient({
    capabilities: plain,
    folders: [folder],
    initializationOptions: { trusted: true },
  });
  const document = await client.open(path.join(folder, 'load.ts'), swallowing.code);
  expect((await document.published()).diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);
  await writeFiles(folder, { 'eslint.config.mjs': eslintConfig({ [swallowingRule]: 'error' }) });
  const before = client.messages.published.all.length;
  await document.replace('undefined', 'null');
  expect((await document.published({ from: before })).diagnostics).toMatchObject([
    { severity: DiagnosticSeverity.Error },
  ]);
});

function warningPart(files: string): string {
  return `{ files: ['${files}'], rules: { '${swallowingRule}': 'warn' } }`;
}
