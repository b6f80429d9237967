import { execFile } from 'node:child_process';
import { chmod, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { forwarding, swallowing } from './swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** After its first suggestion, which is the only one. */
const mended = swallowing.replace('} catch {\n', '} catch {\n    signal.throwIfAborted();\n');

/** Its handler has a name for the error, so that there are two suggestions. */
const twoWays = swallowing.replace('catch {', 'catch (error) {');
const mendedFirstWay = twoWays.replace('(error) {\n', '(error) {\n    if (signal.aborted) throw error;\n');

/** No edit can find the controller of a signal that was only received. */
const withoutSuggestion = `export function stop(signal: AbortSignal): void {
  signal.dispatchEvent(new Event('abort'));
}
`;

function textOf(cwd: string, file: string): Promise<string> {
  return readFile(path.join(cwd, file), 'utf8');
}

describe('what is fixed', () => {
  it('is nothing that has suggestions only, unless they are asked for', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing, 'b.ts': forwarding });
    expect(await runCommand(['fix'], { cwd })).toEqual({
      code: 1,
      stdout: 'Nothing to fix. 1 finding left in 1 file (--suggestions has an edit for 1).\n',
      stderr: '',
    });
    expect(await textOf(cwd, 'a.ts')).toBe(swallowing);
  });

  it('is every finding with a suggestion, by the first of them', async () => {
    const cwd = await temporaryFolder({
      'src/a.ts': twoWays,
      'src/b.ts': swallowing,
      'c.ts': withoutSuggestion,
      'd.ts': forwarding,
    });
    expect(await runCommand(['fix', '--suggestions'], { cwd })).toEqual({
      code: 1,
      stdout: `src/a.ts: 1 finding fixed
src/b.ts: 1 finding fixed
Fixed 2 findings in 2 files. 1 finding left in 1 file.
`,
      stderr: '',
    });
    expect(await textOf(cwd, 'src/a.ts')).toBe(mendedFirstWay);
    expect(await textOf(cwd, 'src/b.ts')).toBe(mended);
    expect(await textOf(cwd, 'c.ts')).toBe(withoutSuggestion);
  });

  it('is all there is in a file, overlapping edits one after the other', async () => {
    const nested = `export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const first = await fetch(url);
    const second = await fetch(url);
    return [first, second, await fetch(url, { signal })];
  } catch {
    return undefined;
  }
}
`;
    const cwd = await temporaryFolder({ 'a.ts': nested });
    const { code, stdout } = await runCommand(['fix', '--suggestions'], { cwd });
    expect(stdout).toBe('a.ts: 3 findings fixed\nFixed 3 findings in 1 file. None left.\n');
    expect(code).toBe(0);
    expect(await textOf(cwd, 'a.ts')).toBe(
      nested
        .replaceAll('fetch(url);', 'fetch(url, { signal });')
        .replace('} catch {\n', '} catch {\n    signal.throwIfAborted();\n'),
    );
  });

  it('follows the choice of rules, files and types', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing, 'gen/b.ts': swallowing });
    const { stdout } = await runCommand(['fix', '--suggestions', '--rule', 'no-swallowed-abort:off'], {
      cwd,
    });
    expect(stdout).toBe('No findings in 2 files.\n');
    const options = ['--ignore', 'gen/**', '--no-types', '--threads', '2', '--preset', 'strict'];
    const { stdout: fixed } = await runCommand(['fix', '.', '--suggestions', ...options], { cwd });
    expect(fixed).toBe('a.ts: 1 finding fixed\nFixed 1 finding in 1 file. None left.\n');
    expect(await textOf(cwd, 'gen/b.ts')).toBe(swallowing);
  });

  it('finds nothing more to do the second time', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    await runCommand(['fix', '--suggestions'], { cwd });
    expect(await runCommand(['fix', '--suggestions'], { cwd })).toEqual({
      code: 0,
      stdout: 'No findings in 1 file.\n',
      stderr: '',
    });
  });
});

describe('what is kept', () => {
  it.each([
    ['a byte order mark', `\uFEFF${swallowing}`, `\uFEFF${mended}`],
    ['line ends of Windows', swallowing.replaceAll('\n', '\r\n'), mended.replaceAll('\n', '\r\n')],
    ['a last line without an end', swallowing.trimEnd(), mended.trimEnd()],
    ['characters of more than one unit', `// 𝒜 π\n${swallowing}`, `// 𝒜 π\n${mended}`],
  ])('%s', async (_, before, after) => {
    const cwd = await temporaryFolder({ 'a.ts': before });
    await runCommand(['fix', '--suggestions'], { cwd });
    expect(await textOf(cwd, 'a.ts')).toBe(after);
  });

  it.skipIf(process.platform === 'win32')(
    'the mode, the link that leads to a file, and no litter',
    async () => {
      const cwd = await temporaryFolder({ 'a.ts': swallowing });
      await chmod(path.join(cwd, 'a.ts'), 0o754);
      await symlink('a.ts', path.join(cwd, 'link.ts'));
      const { stdout } = await runCommand(['fix', 'link.ts', '--suggestions'], { cwd });
      expect(stdout).toContain('link.ts: 1 finding fixed');
      expect(await textOf(cwd, 'a.ts')).toBe(mended);
      expect((await stat(path.join(cwd, 'a.ts'))).mode & 0o777).toBe(0o754);
      expect((await readdir(cwd)).toSorted()).toEqual(['a.ts', 'link.ts']);
    },
  );
});

describe('what is not touched', () => {
  it('is a text that is not UTF-8', async () => {
    const cwd = await temporaryFolder();
    const bytes = Buffer.concat([Buffer.from('// caf'), Buffer.from([0xe9]), Buffer.from(`\n${swallowing}`)]);
    await writeFile(path.join(cwd, 'latin.ts'), bytes);
    const { code, stdout, stderr } = await runCommand(['fix', '--suggestions'], { cwd });
    expect(stderr).toBe(
      'latin.ts: The file is not changed, since it is not UTF-8, or somebody has changed it meanwhile.\n',
    );
    expect(stdout).toBe('Nothing to fix. 1 finding left in 1 file. 1 problem above.\n');
    expect(code).toBe(2);
    expect(await readFile(path.join(cwd, 'latin.ts'))).toEqual(bytes);
  });

  it.skipIf(process.platform === 'win32')(
    'is a file that may not be written, and the rest goes on',
    async () => {
      const cwd = await temporaryFolder({ 'a.ts': swallowing, 'b.ts': swallowing });
      await chmod(cwd, 0o777);
      await chmod(path.join(cwd, 'a.ts'), 0o444);
      await chmod(path.join(cwd, 'b.ts'), 0o666);
      // Nothing is closed to the superuser, so there the command runs as nobody.
      const outcome = await runCommand(['fix', '--suggestions'], {
        cwd,
        ...(process.getuid?.() === 0 && { uid: 65534 }),
      });
      expect(outcome).toEqual({
        code: 2,
        stdout:
          'b.ts: 1 finding fixed\nFixed 1 finding in 1 file. 1 finding left in 1 file. 1 problem above.\n',
        stderr: 'a.ts: The file cannot be written: permission denied.\n',
      });
      expect(await textOf(cwd, 'a.ts')).toBe(swallowing);
      expect(await textOf(cwd, 'b.ts')).toBe(mended);
    },
  );

  it('is a file with a syntax error', async () => {
    const cwd = await temporaryFolder({ 'a.ts': `${swallowing}}`, 'b.ts': swallowing });
    const { code, stderr } = await runCommand(['fix', '--suggestions'], { cwd });
    expect(stderr).toBe('a.ts: Syntax error at line 8, column 1: Declaration or statement expected.\n');
    expect(code).toBe(2);
    expect(await textOf(cwd, 'a.ts')).toBe(`${swallowing}}`);
    expect(await textOf(cwd, 'b.ts')).toBe(mended);
  });
});

describe('--diff', () => {
  const files = {
    'with spaces/a.ts': swallowing,
    'windows.ts': swallowing.replaceAll('\n', '\r\n'),
    'no-end.ts': swallowing.trimEnd(),
    'd.ts': forwarding,
  };

  it('writes nothing, and prints a patch that does the same', async () => {
    const cwd = await temporaryFolder(files);
    const { code, stdout, stderr } = await runCommand(['fix', '--suggestions', '--diff'], { cwd });
    expect(stderr).toBe('Would fix 3 findings in 3 files. None left.\n');
    expect(code).toBe(1);
    for (const [file, text] of Object.entries(files)) expect(await textOf(cwd, file)).toBe(text);

    const patched = await temporaryFolder({ ...files, 'the.patch': stdout });
    await promisify(execFile)('git', ['apply', 'the.patch'], { cwd: patched });
    await runCommand(['fix', '--suggestions'], { cwd });
    for (const file of Object.keys(files)) expect(await textOf(patched, file)).toBe(await textOf(cwd, file));
    expect(await textOf(patched, 'windows.ts')).toBe(mended.replaceAll('\n', '\r\n'));
  });

  it('has the form of a unified diff', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing });
    const { stdout } = await runCommand(['fix', 'src', '--suggestions', '--diff'], { cwd });
    expect(stdout).toBe(`--- a/src/a.ts
+++ b/src/a.ts
@@ -2,6 +2,7 @@
   try {
     return await fetch(url, { signal });
   } catch {
+    signal.throwIfAborted();
     return undefined;
   }
 }
`);
  });

  it('ends with 0 where nothing would change', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    expect(await runCommand(['fix', '--diff'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing to fix. 1 finding left in 1 file (--suggestions has an edit for 1).\n',
    });
  });

  it('is coloured where colours are wanted', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const { stdout } = await runCommand(['fix', '--suggestions', '--diff'], {
      cwd,
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\u001B[32m+    signal.throwIfAborted();\u001B[39m\n');
  });
});
