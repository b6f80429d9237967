import assert from 'node:assert/strict';
import { swallowing, swallowingJavaScript, forwarding } from '../../cli/swallowing.js';
import { callTool } from './call-tool.js';
import { findingsOf, newest, untyped } from './eslint-trials.js';
import type { Trial } from './trial.js';

const eslint = { eslint: newest.eslint };
const files = { 'eslint.config.js': untyped, 'a.js': swallowingJavaScript };
const finding = 'a.js:4 no-swallowed-abort';
const clean = forwarding.replace(/: (?:string|AbortSignal|Promise<Response>)/g, '');

/** How a team takes the plugin into what it has. */
export const adoptionTrials: Trial[] = [
  {
    group: 'Adoption',
    name: 'Bulk suppressions of ESLint: what is there is let be, what comes is reported',
    packages: eslint,
    files,
    async use(project) {
      await project.run('eslint', ['--suppress-all', '.']);
      assert.match(await project.read('eslint-suppressions.json'), /cancellation\/no-swallowed-abort/);
      assert.equal((await project.run('eslint', ['.'])).code, 0);
      await project.write({ 'b.js': swallowingJavaScript });
      assert.deepEqual(await findingsOf(project, '.'), ['b.js:4 no-swallowed-abort']);
      await project.write({ 'a.js': clean, 'b.js': clean });
      assert.equal((await project.run('eslint', ['.'])).code, 2);
      assert.equal((await project.run('eslint', ['--prune-suppressions', '.'])).code, 0);
    },
  },
  {
    group: 'Adoption',
    name: '`eslint --cache`: another version of the plugin makes it anew',
    packages: eslint,
    files,
    async use(project) {
      // A list in which each text stands once; where it is used, its index stands.
      const keys = async (): Promise<unknown[]> => {
        const cache = await project.read('.eslintcache');
        const parts = JSON.parse(cache) as unknown[];
        return [...cache.matchAll(/"hashOfConfig":"(\d+)"/g)].map(([, index]) => parts[Number(index)]);
      };
      assert.deepEqual(await findingsOf(project, '--cache', '.'), [finding]);
      const before = await keys();
      assert.deepEqual(await findingsOf(project, '--cache', '.'), [finding]);
      assert.deepEqual(await keys(), before);
      const next = "{ ...cancellation, meta: { ...cancellation.meta, version: '99.0.0' } }";
      await project.write({
        'eslint.config.js': `${untyped}\nexport const plugin = 1;\n`.replace(
          '[cancellation.configs.recommended]',
          `[{ ...cancellation.configs.recommended, plugins: { cancellation: ${next} } }]`,
        ),
      });
      assert.deepEqual(await findingsOf(project, '--cache', '.'), [finding]);
      assert.notDeepEqual(await keys(), before);
    },
  },
  {
    group: 'Adoption',
    name: '`eslint --concurrency 2`',
    packages: eslint,
    files: { ...files, 'b.js': swallowingJavaScript },
    async use(project) {
      const found = await findingsOf(project, '--concurrency', '2', '.');
      assert.deepEqual(found, [finding, 'b.js:4 no-swallowed-abort']);
    },
  },
  {
    group: 'Adoption',
    name: 'lint-staged 17.6.1 with ESLint, and with `cancellation-lint check`',
    packages: { ...eslint, 'lint-staged': '17.6.1' },
    nodes: ['24.21.0'],
    files: { ...files, 'b.js': clean },
    async use(project) {
      await project.shell('git', 'init', '--quiet');
      for (const command of ['eslint --max-warnings 0', 'cancellation-lint check']) {
        await project.write({ 'lint-staged.config.js': `export default { '*.js': '${command}' };\n` });
        await project.shell('git', 'add', 'a.js');
        const refused = await project.run('lint-staged', []);
        assert.equal(refused.code, 1);
        assert.match(refused.stdout + refused.stderr, /cancellation\/no-swallowed-abort/);
        await project.shell('git', 'rm', '--quiet', '--cached', 'a.js');
        await project.shell('git', 'add', 'b.js');
        assert.equal((await project.run('lint-staged', [])).code, 0);
      }
    },
  },
  {
    group: 'Adoption',
    name: 'A pre-commit hook of git',
    packages: {},
    files: {
      'a.js': swallowingJavaScript,
      'b.js': clean,
      'with a space.js': clean,
      'api.d.ts': 'export declare function load(signal: AbortSignal): Promise<unknown>;\n',
      'notes.md': '# Notes\n',
    },
    async use(project) {
      const hook =
        '#!/bin/sh\ngit diff --cached --name-only --diff-filter=ACMR -z -- "*.js" "*.ts" |\n  xargs -0 -r npx --no-install cancellation-lint check\n';
      await project.shell('git', 'init', '--quiet');
      await project.write({ '.git/hooks/pre-commit': hook });
      await project.shell('chmod', '+x', '.git/hooks/pre-commit');
      const commit = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'a'];
      for (const accepted of [['b.js', 'with a space.js'], ['api.d.ts'], ['notes.md']]) {
        await project.shell('git', 'add', ...accepted);
        await project.shell('git', ...commit);
      }
      await project.shell('git', 'add', 'a.js');
      await assert.rejects(project.shell('git', ...commit));
    },
  },
  {
    group: 'Adoption',
    name: 'GitHub annotations by `cancellation-lint check --format github`',
    packages: {},
    files: { 'src/a.ts': swallowing },
    async use(project) {
      const { stdout } = await project.run('cancellation-language-server cancellation-lint', [
        'check',
        '--format',
        'github',
      ]);
      assert.match(stdout, /^::error file=src\/a\.ts,line=4,.*title=cancellation\/no-swallowed-abort::/);
    },
  },
  {
    group: 'Adoption',
    name: 'SARIF of ESLint, by @microsoft/eslint-formatter-sarif 3.1.0',
    packages: { ...eslint, '@microsoft/eslint-formatter-sarif': '3.1.0' },
    files,
    async use(project) {
      const { stdout } = await project.run('eslint', ['--format', '@microsoft/sarif', '.']);
      const { runs } = JSON.parse(stdout) as { runs: { results: { ruleId: string }[] }[] };
      assert.deepEqual(
        runs[0]?.results.map(({ ruleId }) => ruleId),
        ['cancellation/no-swallowed-abort'],
      );
    },
  },
  {
    group: 'Adoption',
    name: 'SARIF of `cancellation-lint check --format sarif`',
    packages: {},
    files: { 'src/a.ts': swallowing },
    async use(project) {
      const { stdout } = await project.run('cancellation-language-server cancellation-lint', [
        'check',
        '--format',
        'sarif',
      ]);
      const { version, runs } = JSON.parse(stdout) as {
        version: string;
        runs: { results: { ruleId: string }[] }[];
      };
      assert.equal(version, '2.1.0');
      assert.deepEqual(
        runs[0]?.results.map(({ ruleId }) => ruleId),
        ['cancellation/no-swallowed-abort'],
      );
    },
  },
  {
    group: 'Adoption',
    name: "ESLint's MCP server, @eslint/mcp 0.3.13",
    packages: { ...eslint, '@eslint/mcp': '0.3.13' },
    files,
    async use(project) {
      const answer = await callTool(project, '@eslint/mcp', 'lint-files', {
        filePaths: [`${project.folder}/a.js`],
      });
      assert.match(JSON.stringify(answer), /cancellation\/no-swallowed-abort/);
    },
  },
];
