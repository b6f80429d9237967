// Reads notes from a server, or else from its mirror; Ctrl+C is meant to end it with exit code 130. The handler in
// `download` makes every failure an `Unavailable`, the abort too, so an interrupted run says that both servers are down.
import process from 'node:process';

class Unavailable extends Error {}

async function download(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } catch (error) {
    // Reported on the next line: new Unavailable (masked)
    throw new Unavailable(`${url} is not available.`, { cause: error });
  }
}

async function downloadFromAny(urls: readonly string[], signal: AbortSignal): Promise<string> {
  for (const url of urls) {
    try {
      return await download(url, signal);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      console.log(`${new URL(url).pathname} is not available`);
    }
  }
  throw new Unavailable('There are no notes today.');
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  console.log(await downloadFromAny([`${server}/notes`, `${server}/mirror`], interruption.signal));
} catch (error) {
  if (error instanceof Unavailable) process.exitCode = 1;
  else if (interruption.signal.aborted) process.exitCode = 130;
  else throw error;
}
