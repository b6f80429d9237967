// Runs a job that loads a page; SIGTERM is meant to end it at once, with exit code 143. The job does not take the signal
// that it is offered, so the process hangs until the server answers.
import process from 'node:process';

type Job = (name: string, context: { signal: AbortSignal }) => Promise<string>;

async function runJob(name: string, job: Job, signal: AbortSignal): Promise<void> {
  console.log(await job(name, { signal }));
}

const [, , server] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

const loadPage: Job = async (name) => {
  // Reported on the next line: fetch (unused)
  const response = await fetch(`${server}/${name}`);
  return await response.text();
};

try {
  await runJob('report', loadPage, shutdown.signal);
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
