// Writes a report on sales, unless that takes too long: then there is to be no report, and exit code 124, as of the
// shell's `timeout`. `loadRows` recognises the timeout and answers with no rows, so its caller goes on and leaves an
// empty report behind.
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

async function loadRows(url: string, signal: AbortSignal): Promise<string[]> {
  try {
    const response = await fetch(url, { signal });
    return (await response.text()).split('\n');
  } catch (error) {
    // Reported on the next line: signal.aborted (absorbed)
    if (signal.aborted) return [];
    throw error;
  }
}

async function writeReport(rows: readonly string[]): Promise<void> {
  await writeFile('report.csv', ['region,amount', ...rows].join('\n'));
}

const [, , server, milliseconds] = process.argv;
const deadline = AbortSignal.timeout(Number(milliseconds));

try {
  await writeReport(await loadRows(`${server}/sales`, deadline));
  console.log('written');
} catch (error) {
  if (!deadline.aborted) throw error;
  process.exitCode = 124;
}
