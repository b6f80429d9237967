// Prints how far a build is; a failure ends it with exit code 1, and Ctrl+C, quietly, with 130. Under Ctrl+C `loadState`
// throws an error that is named Error, so the interruption is told as a failure of the build.
import process from 'node:process';

async function loadState(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } catch (error) {
    // Reported on the next line: new Error('no state', { cause: error }) (plain)
    if (signal.aborted) throw new Error('no state', { cause: error });
    throw error;
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  console.log(await loadState(`${server}/build`, interruption.signal));
} catch (error) {
  const isInterrupted = error instanceof Error && error.name === 'AbortError';
  if (!isInterrupted) console.log(`The build has failed: ${String(error)}`);
  process.exitCode = isInterrupted ? 130 : 1;
}
