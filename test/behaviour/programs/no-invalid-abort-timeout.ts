// Reserves a seat and waits for its confirmation; SIGTERM is meant to give the seat back, however long that takes, and to end
// the program with exit code 143. There is no endless timeout: asking for one throws, so the seat stays reserved.
import process from 'node:process';

async function book(server: string, signal: AbortSignal): Promise<string> {
  await fetch(`${server}/seat`, { method: 'POST', signal });
  try {
    const response = await fetch(`${server}/confirmation`, { signal });
    return await response.text();
  } catch (error) {
    if (signal.aborted) {
      // Reported on the next line: Infinity (throws)
      await fetch(`${server}/seat`, { method: 'DELETE', signal: AbortSignal.timeout(Infinity) });
    }
    throw error;
  }
}

const [, , server = ''] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  shutdown.abort();
});

try {
  console.log(await book(server, shutdown.signal));
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
