import { cp, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import plugin from 'eslint-plugin-cancellation';
import { readRulePage } from '../docs/rule-page.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'],
    module: 'NodeNext',
    moduleDetection: 'force',
    types: ['node'],
    strict: true,
    jsx: 'preserve',
    allowJs: true,
    noEmit: true,
  },
};

/** Code with findings of every rule, in two TypeScript projects: the sample application, and the examples of the rules' pages. */
export interface AgreementWorkspace {
  folder: string;
  /** The paths in it of all source files, with `/`. */
  files: string[];
  /** The rules that run and have something to find: those of the preset `recommended`. */
  rules: string[];
}

/** Makes the workspace; it lasts as long as the test that asks for it. */
export async function agreementWorkspace(): Promise<AgreementWorkspace> {
  const rules = Object.keys(plugin.rules ?? {});
  const examples = Object.fromEntries(rules.flatMap(examplesOf));
  const folder = await temporaryFolder({ 'pages/tsconfig.json': JSON.stringify(tsconfig), ...examples });
  await cp(path.join(root, 'samples'), path.join(folder, 'samples'), { recursive: true });
  const names = await readdir(folder, { recursive: true });
  const files = names.map((name) => name.split(path.sep).join('/')).filter((name) => /\.[jt]sx?$/.test(name));
  // Behind the search for files, so that they are the folder's own.
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return { folder, files, rules: Object.keys(plugin.configs.recommended.rules ?? {}) };
}

/** The incorrect examples of a rule's page, by path. */
function examplesOf(rule: string): [file: string, code: string][] {
  return readRulePage(rule)
    .examples.filter(({ kind }) => kind === 'incorrect')
    .map(({ language, code }, index) => [`pages/${rule}-${index + 1}.${language}`, code]);
}
