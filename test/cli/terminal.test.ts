import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { command, runCommand } from './run-command.js';
import { swallowing } from './swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function filesInNumber(length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length }, (_, index) => [`f${String(index)}.ts`, swallowing]));
}

/** A check inside a pseudo-terminal, which util-linux's `script` gives it. */
function startInTerminal(cwd: string, ...args: string[]) {
  const line = [process.execPath, command, 'check', ...args].join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  return {
    shown: () => shown,
    async waitFor(pattern: RegExp): Promise<void> {
      while (!pattern.test(shown)) await once(child.stdout, 'data');
    },
    press(key: string): void {
      child.stdin.write(key);
    },
    async exitCode(): Promise<number | null> {
      const [code] = (await once(child, 'close')) as [number | null];
      return code;
    },
  };
}

describe.skipIf(process.platform !== 'linux')('in a terminal', () => {
  it('shows a progress bar while there are many files, and takes it away', async () => {
    const terminal = startInTerminal(await temporaryFolder(filesInNumber(101)), '--no-types');
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.shown()).toMatch(/Checking \[[^\]]*\] \d+\/101 files, \d+ findings?/);
    const afterBar = terminal.shown().slice(terminal.shown().lastIndexOf('Checking ['));
    // Line wrapping is on again, and the line of the bar is empty.
    expect(afterBar).toContain('\u001B[?7h');
    expect(afterBar).toContain('\u001B[2K');
    expect(afterBar).toContain('101 findings (101 errors, 0 warnings) in 101 of 101 files.');
  });

  it('shows none for a few files', async () => {
    const terminal = startInTerminal(await temporaryFolder({ 'a.ts': swallowing }));
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.shown()).not.toContain('Checking');
    expect(terminal.shown()).toContain('\u001B[31merror\u001B[39m');
  });

  it('ends with 130 on Ctrl+C in the midst of the work, and leaves the terminal as it was', async () => {
    const terminal = startInTerminal(await temporaryFolder(filesInNumber(1_000)), '--no-types');
    await terminal.waitFor(/[1-9]\d*\/1000 files/);
    terminal.press('\u0003');
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.shown()).toContain('Interrupted.');
    expect(terminal.shown().lastIndexOf('\u001B[?7h')).toBeGreaterThan(
      terminal.shown().lastIndexOf('\u001B[?7l'),
    );
    expect(terminal.shown()).not.toContain('cancellation/no-swallowed-abort');
    expect(terminal.shown()).not.toContain('    at ');
  });
});

describe('without a terminal', () => {
  it('shows no progress', async () => {
    const { stderr } = await runCommand(['check', '--no-types'], {
      cwd: await temporaryFolder(filesInNumber(101)),
    });
    expect(stderr).toBe('');
  });

  it.skipIf(process.platform === 'win32')('ends quietly where nobody reads on', async () => {
    const cwd = await temporaryFolder(filesInNumber(101));
    const line = `"${process.execPath}" "${command}" check --no-types | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', line], { cwd });
    expect(stdout).toBe('f0.ts\n');
    expect(stderr).toBe('');
  });
});
