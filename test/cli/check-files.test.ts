import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { forwarding, swallowing, swallowingJavaScript } from './swallowing.js';
import type { RunOptions } from '../support/run-node.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Report {
  files: { file: string; findings: unknown[] }[];
  troubles: { file?: string; message: string }[];
  summary: { files: number };
}

async function checkJson(
  paths: readonly string[],
  options: RunOptions,
): Promise<Report & { code: number | null }> {
  const { code, stdout } = await runCommand(['check', ...paths, '--format', 'json'], options);
  return { code, ...(JSON.parse(stdout) as Report) };
}

async function filesWithFindings(cwd: string, ...paths: string[]): Promise<string[]> {
  const report = await checkJson(paths, { cwd });
  expect(report.troubles).toEqual([]);
  return report.files.map(({ file }) => file);
}

describe('which files are checked', () => {
  it('takes every JavaScript and TypeScript file below the working directory', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'src/b.js': swallowingJavaScript,
      'src/deep/c.mts': swallowing,
      'src/d.cjs': swallowingJavaScript,
      'readme.md': swallowing,
    });
    expect(await filesWithFindings(cwd)).toEqual(['a.ts', 'src/b.js', 'src/d.cjs', 'src/deep/c.mts']);
  });

  it('leaves out packages, hidden files, minified files and declarations', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'node_modules/x/index.js': swallowingJavaScript,
      'nested/node_modules/x/index.js': swallowingJavaScript,
      '.hidden/x.ts': swallowing,
      'lib/x.min.js': swallowingJavaScript,
      'lib/x.d.ts': 'export declare function load(url: string, signal: AbortSignal): Promise<unknown>;\n',
    });
    const report = await checkJson([], { cwd });
    expect(report.files.map(({ file }) => file)).toEqual(['a.ts']);
    expect(report.summary.files).toBe(1);
  });

  it('leaves out what git ignores, by the ignore files above and below', async () => {
    const cwd = await temporaryFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'build/\n*.gen.ts\n',
      'app/.gitignore': 'local.ts\n!keep.gen.ts\n',
      'app/a.ts': swallowing,
      'app/local.ts': swallowing,
      'app/x.gen.ts': swallowing,
      'app/keep.gen.ts': swallowing,
      'build/b.ts': swallowing,
    });
    expect(await filesWithFindings(cwd)).toEqual(['app/a.ts', 'app/keep.gen.ts']);
    expect(await filesWithFindings(cwd, 'app')).toEqual(['app/a.ts', 'app/keep.gen.ts']);
  });

  it('takes an ignored file or folder that is named', async () => {
    const cwd = await temporaryFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'build/\nnode_modules/\n',
      'build/b.ts': swallowing,
      'build/sub/.gitignore': 'd.ts\n',
      'build/sub/c.ts': swallowing,
      'build/sub/d.ts': swallowing,
      'node_modules/x/index.js': swallowingJavaScript,
    });
    expect(await filesWithFindings(cwd, 'build')).toEqual(['build/b.ts', 'build/sub/c.ts']);
    expect(await filesWithFindings(cwd, 'build/sub')).toEqual(['build/sub/c.ts']);
    expect(await filesWithFindings(cwd, 'build/sub/d.ts')).toEqual(['build/sub/d.ts']);
    expect(await filesWithFindings(cwd, 'node_modules/x')).toEqual(['node_modules/x/index.js']);
  });

  it('leaves out what --ignore matches, from where the user stands', async () => {
    const cwd = await temporaryFolder({
      'src/a.ts': swallowing,
      'src/gen/b.ts': swallowing,
      'src/c.test.ts': swallowing,
      'gen/d.ts': swallowing,
    });
    const ignored = ['--ignore', 'src/gen/**', '--ignore', '**/*.test.ts'];
    expect(await filesWithFindings(cwd, ...ignored)).toEqual(['gen/d.ts', 'src/a.ts']);
    expect(await filesWithFindings(cwd, 'src', ...ignored)).toEqual(['src/a.ts']);
  });

  it('passes over a named file that is a declaration or that --ignore matches, as a hook names it', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'api.d.ts': 'export declare function load(url: string, signal: AbortSignal): Promise<unknown>;\n',
      'src/gen/b.ts': swallowing,
      'src/c.test.ts': swallowing,
    });
    const named = ['api.d.ts', 'src/gen/b.ts', 'src/c.test.ts'];
    const ignored = ['--ignore', 'src/gen/**', '--ignore', '**/*.test.ts'];
    expect(await filesWithFindings(cwd, ...named, 'a.ts', ...ignored)).toEqual(['a.ts']);
    expect(await runCommand(['check', ...named, ...ignored], { cwd })).toEqual({
      code: 0,
      stdout: 'No findings in 0 files.\n',
      stderr: '',
    });
  });

  it('checks a file once, however often it is named', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing });
    expect(await filesWithFindings(cwd, 'src/a.ts', 'src', '.', 'src/../src/a.ts')).toEqual(['src/a.ts']);
  });

  it('does not follow links, so that a loop of them ends', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing });
    await symlink('..', path.join(cwd, 'src', 'loop'));
    expect(await filesWithFindings(cwd)).toEqual(['src/a.ts']);
  });
});

describe.skipIf(process.platform === 'win32')('what cannot be checked', () => {
  const troubles = [
    { file: 'missing', message: 'The path cannot be read: no such file or directory.' },
    {
      file: 'src/*.ts',
      message:
        'The path cannot be read: no such file or directory. Patterns are not read here; name files and folders.',
    },
    { file: 'self.ts', message: 'The path cannot be read: too many symbolic links encountered.' },
    { file: 'pipe.ts', message: 'This is neither a file nor a folder.' },
    { file: 'notes.txt', message: 'This is not a JavaScript or TypeScript source file, by its extension.' },
    { file: 'empty', message: 'There are no JavaScript or TypeScript source files to check in this folder.' },
    { file: 'binary.js', message: 'This is a binary file, not a source text.' },
    { file: 'broken.ts', message: 'Syntax error at line 1, column 1: Declaration or statement expected.' },
  ];

  it('says so once of each, and goes on', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'notes.txt': 'signal',
      'broken.ts': '} // abort\n',
      'binary.js': 'abort\0\u0001',
    });
    await mkdir(path.join(cwd, 'empty'));
    await symlink('self.ts', path.join(cwd, 'self.ts'));
    await promisify(execFile)('mkfifo', [path.join(cwd, 'pipe.ts')]);
    const paths = [...troubles.map(({ file }) => file), 'a.ts'];

    const report = await checkJson(paths, { cwd });
    expect(report.troubles).toEqual(troubles);
    expect(report.files.map(({ file }) => file)).toEqual(['a.ts']);
    expect(report.code).toBe(2);

    const { code, stdout, stderr } = await runCommand(['check', ...paths], { cwd });
    expect(stderr).toBe(troubles.map(({ file, message }) => `${file}: ${message}\n`).join(''));
    expect(stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 3 files. 8 problems above.\n');
    expect(code).toBe(2);
  });

  it('checks without types, and says so once, where the tsconfig is broken', async () => {
    const cwd = await temporaryFolder({
      'tsconfig.json': '{ "include": [',
      'a.ts': swallowing,
      'b.ts': swallowing,
    });
    const { code, stdout, stderr } = await runCommand(['check'], { cwd });
    expect(stderr.match(/tsconfig\.json/g)).toHaveLength(1);
    expect(stderr).toContain('checked without types');
    expect(stdout).toContain('2 findings');
    expect(code).toBe(2);
  });

  it('says which files and folders it may not read, and goes on', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'secret.ts': swallowing,
      'secrets/b.ts': swallowing,
    });
    await chmod(cwd, 0o755);
    await chmod(path.join(cwd, 'secret.ts'), 0);
    await chmod(path.join(cwd, 'secrets'), 0);
    // Nothing is closed to the superuser, so there the check runs as nobody.
    const options = { cwd, ...(process.getuid?.() === 0 && { uid: 65534 }) };
    const report = await checkJson([], options);
    const { troubles: whereNamed } = await checkJson(['secrets'], options);
    await chmod(path.join(cwd, 'secrets'), 0o755);
    const closed = { file: 'secrets', message: 'The folder cannot be read: permission denied.' };
    expect(whereNamed).toEqual([closed]);
    expect(report.troubles).toEqual([
      closed,
      { file: 'secret.ts', message: 'The file cannot be read: permission denied.' },
    ]);
    expect(report.files.map(({ file }) => file)).toEqual(['a.ts']);
    expect(report.code).toBe(2);
  });

  it('has nothing to say of a file that is as it should be', async () => {
    const cwd = await temporaryFolder({ 'a.ts': forwarding });
    expect(await runCommand(['check'], { cwd })).toEqual({
      code: 0,
      stdout: 'No findings in 1 file.\n',
      stderr: '',
    });
  });
});
