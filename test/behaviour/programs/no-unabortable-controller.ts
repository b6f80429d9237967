// Loads a report; SIGTERM is meant to end it at once, with exit code 143. The request has a signal, but of a controller that
// nothing aborts, so the program hangs until the server answers, and prints a report that nobody wants any more.
import process from 'node:process';

const [, , server = ''] = process.argv;
// Reported on the next line: new AbortController() (unused)
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  process.exitCode = 143;
});

const report = await fetch(`${server}/report`, { signal: shutdown.signal }).catch((error: unknown) => {
  if (!shutdown.signal.aborted) throw error;
});
if (report) console.log(await report.text());
