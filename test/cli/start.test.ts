import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from '../support/run-node.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runCommand } from './run-command.js';
import { swallowing } from './swallowing.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

interface Report {
  files: { findings: { rule: string; suggestions: unknown[] }[] }[];
  troubles: unknown[];
}

/** What the sample application is made to show. */
const shown = [
  'forward-abort-signal',
  'no-aborted-signal-in-cleanup',
  'no-misplaced-abort-catch',
  'no-retry-after-abort',
  'no-swallowed-abort',
  'no-unawaited-cleanup',
];

it('finds each bug once in the sample application, and offers a fix for each', async () => {
  const { stdout } = await runCommand(['check', 'samples', '--format', 'json'], { cwd: root });
  const { files, troubles } = JSON.parse(stdout) as Report;
  const findings = files.flatMap((file) => file.findings);
  expect(troubles).toEqual([]);
  expect(findings.map(({ rule }) => rule).toSorted()).toEqual(shown.map((name) => `cancellation/${name}`));
  expect(findings.filter(({ suggestions }) => suggestions.length === 0)).toEqual([]);
});

it('checks the folder that the user names, from where the user stands', async () => {
  const stand = await temporaryFolder({ 'app/a.ts': swallowing });
  const { code, stdout } = await runNode([start, 'app'], { cwd: root, env: { INIT_CWD: stand } });
  expect(stdout).toMatch(/^app\/a\.ts\n/);
  expect(code).toBe(1);
});

it('checks the samples where nobody names a folder', async () => {
  const { code, stdout, stderr } = await runNode([start], { cwd: root, env: { INIT_CWD: root } });
  expect(stderr).toMatch(/^Building \.\.\. [\d.]+ s\nBundling \.\.\. [\d.]+ s\n$/);
  expect(stdout).toMatch(/^samples\/src\//);
  expect(code).toBe(1);
});
