import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { command } from './run-command.js';

/** The shell command inside a pseudo-terminal of 80 columns, which util-linux's `script` gives it. */
export function startInTerminal(cwd: string, ...args: string[]) {
  const line = `stty cols 80; echo process $$; exec ${[process.execPath, command, ...args].join(' ')}`;
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  return {
    shown: () => shown.replace(/^process \d+\r\n/, ''),
    async waitFor(pattern: RegExp): Promise<void> {
      while (!pattern.test(shown)) await once(child.stdout, 'data');
    },
    press(key: string): void {
      child.stdin.write(key);
    },
    /** Sends a signal to the command alone, as whoever stops a job does. */
    send(signal: NodeJS.Signals): void {
      process.kill(Number(/process (\d+)/.exec(shown)?.[1]), signal);
    },
    async exitCode(): Promise<number | null> {
      const [code] = (await once(child, 'close')) as [number | null];
      return code;
    },
  };
}
