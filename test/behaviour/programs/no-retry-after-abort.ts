// Publishes a release, in up to five attempts; Ctrl+C is meant to end it at once, with exit code 130. The retry takes the
// abort for one more failure, so it goes through all attempts that are left, each with a signal that is aborted.
import process from 'node:process';

async function publish(url: string, signal: AbortSignal): Promise<void> {
  let failure: unknown;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    console.log(`attempt ${attempt}`);
    try {
      const response = await fetch(url, { method: 'PUT', body: '1.0.0', signal });
      if (response.ok) return;
      failure = new Error(`The server answered ${response.status}.`);
      // Reported on the next line: catch (retried)
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await publish(`${server}/release`, interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
