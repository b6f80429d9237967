// Prints a page of a manual; Ctrl+C is meant to end it with exit code 130. The bound method is called with the name of
// the signal, so the request is rejected with the string 'SIGINT', which is no abort error: exit code 1.
import process from 'node:process';

const [, , server] = process.argv;
const interruption = new AbortController();
// Reported on the next line: interruption.abort.bind(interruption) (name)
process.once('SIGINT', interruption.abort.bind(interruption));

try {
  const response = await fetch(`${server}/manual`, { signal: interruption.signal });
  console.log(await response.text());
} catch (error) {
  const isAbort = error instanceof Error && error.name === 'AbortError';
  process.exitCode = isAbort ? 130 : 1;
}
