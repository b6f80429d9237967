// Loads a report; SIGTERM ends it at once, with exit code 143.
import process from 'node:process';

const [, , server = ''] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  process.exitCode = 143;
  shutdown.abort();
});

const report = await fetch(`${server}/report`, { signal: shutdown.signal }).catch((error: unknown) => {
  if (!shutdown.signal.aborted) throw error;
});
if (report) console.log(await report.text());
