// Asks a server for a report and allows it some time; the time limit is meant to end the request, and the program with exit
// code 1. The promise is returned unawaited, so `finally` clears the timer at once, and the program waits for as long as the server likes.
import process from 'node:process';

async function report(url: string, milliseconds: number): Promise<string> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('too slow')), milliseconds);
  try {
    const request = fetch(url, { signal: limit.signal }).then((response) => response.text());
    // Reported on the next line: return (timer)
    return request;
  } finally {
    clearTimeout(timer);
  }
}

const [, , server, milliseconds] = process.argv;

// Long after the time limit; does not hold the process itself.
setTimeout(
  () => {
    console.log('still waiting');
  },
  4 * Number(milliseconds),
).unref();

try {
  console.log(await report(`${server}/report`, Number(milliseconds)));
} catch (error) {
  if (!(error instanceof Error) || error.message !== 'too slow') throw error;
  console.log(error.message);
  process.exitCode = 1;
}
