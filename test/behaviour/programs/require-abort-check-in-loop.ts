// Works through the jobs of a queue; SIGTERM is meant to end it after the job that is under way, with exit code 143.
// Nothing in the loop looks at the signal, so it takes one job after the other until the queue is empty.
import process from 'node:process';

const shutdown = new AbortController();
process.once('SIGTERM', () => {
  shutdown.abort();
});

const jobs = ['job 1', 'job 2', 'job 3'];

/** The first job lasts until the process is told to end, or until it is clear that it will not be told. */
const told = new Promise<void>((resolve) => {
  process.once('SIGTERM', () => {
    resolve();
  });
  setTimeout(resolve, 3000);
});

async function nextJob(): Promise<string | undefined> {
  return Promise.resolve(jobs.shift());
}

async function handle(job: string): Promise<void> {
  console.log(job);
  await told;
}

async function work(url: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal });
  await response.text();
  console.log('started');
  // Reported on the next line: for (turn)
  for (;;) {
    const job = await nextJob();
    if (job === undefined) return;
    await handle(job);
  }
}

const [, , server] = process.argv;
try {
  await work(`${server}/start`, shutdown.signal);
  if (shutdown.signal.aborted) {
    console.log('too late');
    process.exitCode = 143;
  }
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
