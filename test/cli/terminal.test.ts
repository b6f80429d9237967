import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { command, runCommand } from './run-command.js';
import { swallowing } from './swallowing.js';
import { startInTerminal } from './terminal.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function filesInNumber(length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length }, (_, index) => [`f${String(index)}.ts`, swallowing]));
}

describe.skipIf(process.platform !== 'linux')('in a terminal', () => {
  it('shows a progress bar while there are many files, and takes it away', async () => {
    const terminal = startInTerminal(await temporaryFolder(filesInNumber(101)), 'check', '--no-types');
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.shown()).toMatch(/Checking \[[^\]]*\] \d+\/101 files, \d+ findings?/);
    const afterBar = terminal.shown().slice(terminal.shown().lastIndexOf('Checking ['));
    // Line wrapping is on again, and the line of the bar is empty.
    expect(afterBar).toContain('\u001B[?7h');
    expect(afterBar).toContain('\u001B[2K');
    expect(afterBar).toContain('101 findings (101 errors, 0 warnings) in 101 of 101 files.');
  });

  it('shows one while it fixes, too', async () => {
    const terminal = startInTerminal(await temporaryFolder(filesInNumber(101)), 'fix', '--no-types');
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.shown()).toMatch(/Fixing \[[^\]]*\] \d+\/101 files/);
    expect(terminal.shown()).toContain('Nothing to fix. 101 findings left in 101 files');
  });

  it('shows none for a few files', async () => {
    const terminal = startInTerminal(await temporaryFolder({ 'a.ts': swallowing }), 'check');
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.shown()).not.toContain('Checking');
    expect(terminal.shown()).toContain('\u001B[31merror\u001B[39m');
  });

  type Terminal = ReturnType<typeof startInTerminal>;
  const ways = {
    'Ctrl+C': (terminal: Terminal) => {
      terminal.press('\u0003');
    },
    SIGTERM: (terminal: Terminal) => {
      terminal.send('SIGTERM');
    },
  };

  it.each([
    ['check', 'Ctrl+C', 130, ['check', '--threads', '1']],
    ['check in several threads', 'Ctrl+C', 130, ['check', '--threads', '3']],
    ['fix', 'Ctrl+C', 130, ['fix', '--suggestions', '--threads', '2']],
    ['check', 'SIGTERM', 143, ['check', '--threads', '3']],
    ['fix', 'SIGTERM', 143, ['fix', '--suggestions', '--threads', '2']],
  ] as const)(
    'ends a %s on %s with %i, and leaves the terminal and the files as they were',
    async (...row) => {
      const [, way, code, args] = row;
      const files = filesInNumber(1_000);
      const cwd = await temporaryFolder(files);
      const terminal = startInTerminal(cwd, ...args, '--no-types');
      await terminal.waitFor(/[1-9]\d*\/1000 files/);
      ways[way](terminal);
      expect(await terminal.exitCode()).toBe(code);
      expect(terminal.shown()).toContain('Interrupted.');
      expect(terminal.shown().lastIndexOf('\u001B[?7h')).toBeGreaterThan(
        terminal.shown().lastIndexOf('\u001B[?7l'),
      );
      expect(terminal.shown()).not.toContain('cancellation/no-swallowed-abort');
      expect(terminal.shown()).not.toMatch(/ fixed|Fixed/);
      expect(terminal.shown()).not.toContain('    at ');
      for (const [file, text] of Object.entries(files))
        expect(await readFile(path.join(cwd, file), 'utf8')).toBe(text);
    },
  );
});

describe('without a terminal', () => {
  it('shows no progress', async () => {
    const { stderr } = await runCommand(['check', '--no-types'], {
      cwd: await temporaryFolder(filesInNumber(101)),
    });
    expect(stderr).toBe('');
  });

  it.skipIf(process.platform === 'win32').each([
    ['check --no-types', 'f0.ts\n'],
    ['check --no-types --format sarif', '{\n'],
    ['fix --no-types --suggestions --diff', '--- a/f0.ts\n'],
  ])('ends quietly where nobody reads on: %s', async (args, first) => {
    const cwd = await temporaryFolder(filesInNumber(101));
    const line = `"${process.execPath}" "${command}" ${args} 2>errors | head -n 1`;
    const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd });
    expect(stdout).toBe(first);
    expect(await readFile(path.join(cwd, 'errors'), 'utf8')).toMatch(/^(?:Would fix .*\n)?$/);
  });

  it.skipIf(process.platform !== 'linux').each(['check --no-types', 'explain', '--help'])(
    'says that the disk is full, and is no success: %s',
    async (args) => {
      const cwd = await temporaryFolder({ 'a.ts': swallowing });
      const line = `"${process.execPath}" "${command}" ${args} >/dev/full 2>errors; echo $?`;
      const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd });
      expect(await readFile(path.join(cwd, 'errors'), 'utf8')).toBe(
        'The output cannot be written: no space left on device.\n',
      );
      expect(stdout).toBe('2\n');
    },
  );
});
