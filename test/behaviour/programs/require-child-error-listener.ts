// Shows a clock, by a child process, until it has asked the server for the news or is interrupted; an interruption ends
// the child and leads to the farewell. The child then emits `error`, and nobody listens.
import { spawn } from 'node:child_process';
import process from 'node:process';

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});
process.once('uncaughtException', ({ name }) => {
  console.log(`died of ${name}`);
  process.exit(1);
});

// Reported on the next line: spawn (deaf)
const clock = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { signal: interruption.signal });

try {
  const response = await fetch(`${server}/news`, { signal: interruption.signal });
  console.log(await response.text());
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  console.log('goodbye');
  process.exitCode = 130;
} finally {
  clock.kill();
}
