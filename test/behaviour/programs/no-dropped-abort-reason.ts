// Prints a report, for which it waits as long as it is allowed; a timeout is to end it with exit code 124, anything else
// with 130. `loadReport` makes an abort error of its own for every abort, so a timeout is told as a cancellation.
import process from 'node:process';

async function loadReport(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } catch (error) {
    // Reported on the next line: new DOMException (dropped)
    if (signal.aborted) throw new DOMException('The report was cancelled.', 'AbortError');
    throw error;
  }
}

const [, , server, milliseconds] = process.argv;
try {
  console.log(await loadReport(`${server}/report`, AbortSignal.timeout(Number(milliseconds))));
} catch (error) {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  console.log(isTimeout ? 'no report in time' : 'cancelled');
  process.exitCode = isTimeout ? 124 : 130;
}
