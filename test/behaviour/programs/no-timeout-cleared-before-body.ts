// Prints a page within a time limit, which is meant to end the program with exit code 1. The server sends the headers at once
// and then hangs. The timer is cleared at the headers, so nothing ends the wait for the body.
import process from 'node:process';

async function load(url: string, milliseconds: number): Promise<string> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('too slow')), milliseconds);
  try {
    const response = await fetch(url, { signal: limit.signal });
    // Reported on the next line: clearTimeout (timer)
    clearTimeout(timer);
    if (!response.ok) throw new Error(`The server says ${response.status}.`);
    return await response.text();
  } catch (error) {
    clearTimeout(timer);
    throw error;
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
  console.log(await load(`${server}/page`, Number(milliseconds)));
} catch (error) {
  if (!(error instanceof Error) || error.message !== 'too slow') throw error;
  console.log(error.message);
  process.exitCode = 1;
}
