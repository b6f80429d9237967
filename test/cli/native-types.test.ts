import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runCommand } from './run-command.js';
import { filesIn, typedSources } from './typed-project.js';

const files = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "noEmit": true }, "include": ["src"] }',
  ...filesIn('src', typedSources),
};

// What it does where TypeScript 7.1 is installed, test/native tells.
describe('--types native', () => {
  it.each([
    ['there is none', {}],
    [
      /there is only TypeScript 7\.0\.2 in .*typescript/,
      { 'node_modules/typescript/package.json': '{ "version": "7.0.2" }' },
    ],
  ])('takes TypeScript 6 where %s, and says so once', async (instead, packages) => {
    const cwd = await temporaryFolder({ ...files, ...packages });
    const { code, stdout, stderr } = await runCommand(['check', '--types', 'native'], { cwd });
    expect(stdout).toContain('cancellation/forward-abort-signal');
    expect(code).toBe(1);
    expect(stderr).toMatch(instead);
    expect(stderr).toMatch(/^Native types take TypeScript 7\.1, .*\n$/);
    expect(stderr).toContain('@typescript/native@npm:typescript@7.1.0-beta". TypeScript 6.');
  });

  it('is no engine of another name', async () => {
    const outcome = await runCommand(['check', '--types', 'fast'], { cwd: await temporaryFolder(files) });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('Allowed choices are typescript, native.');
  });
});
