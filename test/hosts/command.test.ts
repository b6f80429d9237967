import { afterAll, beforeAll, expect, it } from 'vitest';
import { swallowing } from '../cli/swallowing.js';
import { runNode, type Outcome } from '../support/run-node.js';
import { packWorkspace, projectWith, type PackedPackage } from './packed-package.js';

let packed: PackedPackage[];
beforeAll(async () => {
  packed = [await packWorkspace('eslint-plugin'), await packWorkspace('server')];
});
afterAll(async () => {
  for (const one of packed) await one.dispose();
});

/** Runs the shell command of the packed packages in a project with one finding. */
async function runPacked(...args: string[]): Promise<Outcome> {
  const cwd = await projectWith(packed, {}, { 'src/a.ts': swallowing });
  return runNode(['node_modules/cancellation-language-server/dist/cancellation-lint.js', ...args], { cwd });
}

it('holds the build, the page and the licence, and nothing more', () => {
  const files = packed.flatMap((one) => (one.name === 'cancellation-language-server' ? one.files : []));
  const kinds = new Set(
    files.map((file) => file.replace(/^dist\/[^/]*\.js$/, 'dist').replace(/^build\/.*\.d\.ts$/, 'build')),
  );
  expect([...kinds].toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'build',
    'dist',
    'dist/third-party-licences.txt',
    'package.json',
  ]);
});

it('checks', async () => {
  const { code, stdout, stderr } = await runPacked('check');
  expect(stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 1 file.');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

it('says in SARIF what the pages say', async () => {
  const { stdout, stderr } = await runPacked('check', '--format', 'sarif');
  expect(stdout).toContain('## What it reports');
  expect(stderr).toBe('');
});

it('fixes', async () => {
  const { code, stdout, stderr } = await runPacked('fix', '--suggestions');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'src/a.ts: 1 finding fixed\nFixed 1 finding in 1 file. None left.\n',
    stderr: '',
  });
});

it('explains', async () => {
  const { code, stdout, stderr } = await runPacked('explain', 'no-swallowed-abort');
  expect(stdout).toMatch(/^# cancellation\/no-swallowed-abort\n/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
