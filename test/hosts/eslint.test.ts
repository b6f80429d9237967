import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../eslint-plugin/src/rules.js';
import { runNode } from '../support/run-node.js';
import { packWorkspace, projectWith, type PackedPackage } from './packed-package.js';

const swallowing = `export async function load(url, signal) {
  try {
    return await fetch(url, { signal });
  } catch {
    return undefined;
  }
}
`;
const finding = { ruleId: 'cancellation/no-swallowed-abort', severity: 2, line: 4 };

const parsers = {
  espree: { file: 'a.js', source: swallowing, packages: {}, name: undefined },
  '@typescript-eslint/parser': {
    file: 'a.ts',
    source: swallowing
      .replace('signal)', 'signal: AbortSignal): Promise<unknown>')
      .replace('url', 'url: string'),
    packages: { '@typescript-eslint/parser': '@typescript-eslint/parser', typescript: 'typescript' },
    name: '@typescript-eslint/parser',
  },
};

const modules = {
  'ES module': {
    file: 'eslint.config.mjs',
    load: (name: string) => `(await import('${name}')).default`,
    to: 'export default',
  },
  'CommonJS module': {
    file: 'eslint.config.cjs',
    load: (name: string) => `require('${name}')`,
    to: 'module.exports =',
  },
};

let plugin: PackedPackage;
beforeAll(async () => {
  plugin = await packWorkspace('eslint-plugin');
});
afterAll(() => plugin.dispose());

describe('the tarball', () => {
  it('holds the build, the pages and the licence, and nothing more', () => {
    const kinds = new Set(
      plugin.files.map((file) =>
        file.replace(/^dist\/[^/]*\.js$/, 'dist').replace(/^build\/.*\.d\.ts$/, 'build'),
      ),
    );
    const pages = rules.map(({ name }) => `src/rules/${name}/${name}.md`);
    expect([...kinds].toSorted()).toEqual(
      ['LICENSE', 'README.md', 'build', 'dist', 'oxlint.json', 'package.json', ...pages].toSorted(),
    );
    expect(plugin.files.filter((file) => file.includes('.test.'))).toEqual([]);
  });

  it('has types', async () => {
    const config = `import type { Linter } from 'eslint';
import cancellation from 'eslint-plugin-cancellation';
export default [cancellation.configs.recommended, cancellation.configs.strict] satisfies Linter.Config[];
// @ts-expect-error A plugin has no such member, and the types know it.
export const missing = cancellation.missing;
`;
    const packages = { eslint: 'eslint', '@types': '@types', '@eslint': '@eslint', typescript: 'typescript' };
    const project = await projectWith([plugin], packages, {
      'package.json': '{ "type": "module" }',
      'config.ts': config,
    });
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const { stdout } = await runNode(['node_modules/typescript/bin/tsc', ...options, 'config.ts'], {
      cwd: project,
    });
    expect(stdout).toBe('');
  });
});

describe.each([
  ['ESLint 10', 'eslint'],
  ['ESLint 9', 'eslint9'],
])('%s', (_, eslint) => {
  describe.each(Object.entries(modules))('configured by an %s', (_, { file, load, to }) => {
    it.each(Object.entries(parsers))('finds a bug with %s', async (_, parser) => {
      const languageOptions = parser.name ? `{ parser: ${load(parser.name)} }` : '{}';
      const preset = `${load('eslint-plugin-cancellation')}.configs.recommended`;
      const config = `${to} [${preset}, { files: ['**/*.{js,ts}'], languageOptions: ${languageOptions} }];\n`;
      const files = { [file]: config, [parser.file]: parser.source };
      const project = await projectWith([plugin], { eslint, ...parser.packages }, files);
      const binary = path.join('node_modules', 'eslint', 'bin', 'eslint.js');
      const { stdout, stderr } = await runNode([binary, '--format', 'json', parser.file], { cwd: project });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject([{ messages: [finding] }]);
    });
  });
});
