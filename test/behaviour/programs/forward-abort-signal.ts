// Follows a job until it is done; SIGTERM is meant to end it at once, with exit code 143. The request is not given the
// signal, so the process hangs until the server answers, and acts on that answer although it was told to stop.
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

async function followJob(job: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    // Reported on the next line: fetch (missing)
    const response = await fetch(job);
    const state = await response.text();
    console.log(`job ${state}`);
    if (state === 'done') return;
    await setTimeout(1, undefined, { signal });
  }
}

const [, , server] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

try {
  await followJob(`${server}/job`, shutdown.signal);
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
