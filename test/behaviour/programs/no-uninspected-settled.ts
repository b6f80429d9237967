// Uploads its parts and prints that all is stored; Ctrl+C is meant to end it with exit code 130. An aborted upload is
// settled like any other, and nobody looks at it, so it says that all is stored although nothing is.
import process from 'node:process';

async function upload(server: string, part: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${server}/${part}`, { method: 'PUT', signal });
  await response.text();
}

async function store(server: string, parts: readonly string[], signal: AbortSignal): Promise<void> {
  // Reported on the next line: Promise.allSettled (dropped)
  await Promise.allSettled(parts.map((part) => upload(server, part, signal)));
}

const [, , server = ''] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await store(server, ['a'], interruption.signal);
  console.log('all is stored');
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
