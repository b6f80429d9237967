// Imports prices; whatever fails is written to a file of incidents, for somebody to look into. SIGTERM is meant to end it
// with exit code 143 and nothing else. The handler in `loadPrices` reports every error, so a deploy that stops it is one.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

function reportError(error: unknown): void {
  appendFileSync('incidents.txt', `${(error as Error).name}\n`);
}

async function loadPrices(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } catch (error) {
    // Reported on the next line: reportError (reported)
    reportError(error);
    throw error;
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGTERM', () => {
  interruption.abort();
});

try {
  console.log(await loadPrices(`${server}/prices`, interruption.signal));
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 143;
}
