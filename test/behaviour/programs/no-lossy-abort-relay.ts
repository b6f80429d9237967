// Downloads a list within the time that it is given, and looks it up in a cache where the time runs out. The relay to the
// request's own controller drops the reason, so a timeout looks as if somebody had stopped the program: exit code 130.
import process from 'node:process';

async function download(url: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const request = new AbortController();
  // Reported on the next line: request.abort() (reason)
  const stop = (): void => request.abort();
  signal.addEventListener('abort', stop);
  const tooSlow = setTimeout(() => request.abort(new Error('The server takes too long.')), 600_000);
  try {
    const response = await fetch(url, { signal: request.signal });
    return await response.text();
  } finally {
    clearTimeout(tooSlow);
    signal.removeEventListener('abort', stop);
  }
}

const [, , server, time] = process.argv;
const deadline = AbortSignal.timeout(Number(time));
try {
  console.log(await download(`${server}/list`, deadline));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') console.log('from the cache: apples');
  else process.exitCode = 130;
}
