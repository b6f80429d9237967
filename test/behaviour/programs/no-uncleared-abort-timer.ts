// Prints a summary; Ctrl+C is meant to end it at once, with exit code 130. The timer that limits the request is cleared
// only where the request succeeds, so after the interruption it would hold the process for the rest of its time.
import process from 'node:process';

async function summary(url: string, signal: AbortSignal, milliseconds: number): Promise<string> {
  const limit = new AbortController();
  const tooSlow = new Error(`The server needs more than ${milliseconds} ms.`);
  // Reported on the next line: setTimeout (onSuccess)
  const timer = setTimeout(() => limit.abort(tooSlow), milliseconds);
  const response = await fetch(url, { signal: AbortSignal.any([signal, limit.signal]) });
  const text = await response.text();
  clearTimeout(timer);
  return text;
}

const [, , server = '', time] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  console.log(await summary(`${server}/summary`, interruption.signal, Number(time)));
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
  // Does not hold the process itself: it fires only where something else does.
  setTimeout(() => {
    console.log('still here');
    process.exit();
  }, 500).unref();
}
