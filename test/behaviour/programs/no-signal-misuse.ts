// Prints a story, and says goodbye where it is interrupted. The reader sets `onabort` on a signal that it was given, so
// the handler that says goodbye is lost.
import process from 'node:process';

let state = 'reading';

async function read(url: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  // Reported on the next line: signal.onabort (overwritten)
  signal.onabort = () => {
    state = 'interrupted';
  };
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } finally {
    console.log(state);
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
interruption.signal.onabort = () => {
  console.log('goodbye');
};
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  console.log(await read(`${server}/story`, interruption.signal));
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
