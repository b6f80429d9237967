// Runs a job by its name; SIGTERM is meant to end it at once, with exit code 143. The job cannot be given the signal, so
// the process hangs until the server answers.
import process from 'node:process';

type Job = (url: string, options: { signal: AbortSignal }) => Promise<string>;

// Reported on the next line: loadReport (uncancellable)
export async function loadReport(url: string): Promise<string> {
  const response = await fetch(url);
  return await response.text();
}

const [, , server] = process.argv;
const jobs: Record<string, Job> = { report: loadReport };
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

try {
  for (const [name, job] of Object.entries(jobs)) {
    console.log(await job(`${server}/${name}`, { signal: shutdown.signal }));
  }
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
