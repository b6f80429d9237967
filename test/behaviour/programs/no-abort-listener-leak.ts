// Saves two pages, one after the other; Ctrl+C is meant to take away the file that is half written, and to keep what is
// done. The listener of a page that is done is still there, so its file goes as well.
import { rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

async function save(server: string, page: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const file = `${page}.txt`;
  // Reported on the next line: signal.addEventListener (never)
  signal.addEventListener('abort', () => rmSync(file, { force: true }));
  writeFileSync(file, 'unfinished');
  const response = await fetch(`${server}/${page}`, { signal });
  writeFileSync(file, await response.text());
}

const [, , server = ''] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await save(server, 'first', interruption.signal);
  await save(server, 'second', interruption.signal);
  console.log('saved');
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
