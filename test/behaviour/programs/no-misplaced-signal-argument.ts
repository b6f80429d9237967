// Asks for a report; SIGTERM is meant to end it at once, with exit code 143. The options that are spread behind the signal
// say `signal: null`, so the request has none, and the process hangs until the server answers.
import process from 'node:process';

async function request(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
  // Reported on the next line: signal (overwritable)
  return await fetch(url, { signal, ...init });
}

const [, , server] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

try {
  const init = { headers: { accept: 'text/plain' }, signal: null };
  const response = await request(`${server}/report`, init, shutdown.signal);
  console.log(await response.text());
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
