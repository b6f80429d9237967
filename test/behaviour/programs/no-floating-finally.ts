// Runs a job on a server; Ctrl+C gives it up, cleans up and ends with exit code 130. The promise of the job is handled; the one that
// `finally` makes of it is not, and so the program dies in its clean-up: exit code 1.
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

process.once('uncaughtException', () => {
  console.log('crashed');
  process.exit(1);
});

const running = new Set<Promise<unknown>>();

function track<T>(job: Promise<T>): Promise<T> {
  running.add(job);
  // Reported on the next line: finally (finally)
  job.finally(() => {
    running.delete(job);
  });
  return job;
}

const [, , server = ''] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  const response = await track(fetch(`${server}/job`, { signal: interruption.signal }));
  console.log(await response.text());
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  console.log('cleaning up');
  await setImmediate();
  console.log(`${running.size} jobs left`);
  process.exitCode = 130;
}
