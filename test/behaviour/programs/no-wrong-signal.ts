// Runs a job that loads a page, with a minute for all of its work; SIGTERM is meant to end the job at once, with exit code
// 143. The job hands on the signal of the minute and not its own, so the process hangs until the server answers.
import process from 'node:process';

interface Job {
  signal: AbortSignal;
}

const shutdown = new AbortController();

async function runJob(work: (job: Job) => Promise<string>): Promise<string> {
  return await work({ signal: shutdown.signal });
}

async function loadReport(url: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return await runJob(async (job: Job) => {
    job.signal.throwIfAborted();
    // Reported on the next line: signal (outer)
    const response = await fetch(url, { method: 'GET', signal });
    return await response.text();
  });
}

const [, , server] = process.argv;
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

try {
  console.log(await loadReport(`${server}/report`, AbortSignal.timeout(60_000)));
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
