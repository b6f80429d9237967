// Builds an index under a lock file; Ctrl+C is meant to end it with exit code 130 and to leave no lock. The lock's
// release is started but not awaited, so the process exits before the file is gone, and the next run finds it locked.
import { readFile, unlink, writeFile } from 'node:fs/promises';
import process from 'node:process';

const lock = 'index.lock';

async function takeLock(): Promise<void> {
  await writeFile(lock, String(process.pid), { flag: 'wx' });
}

/** Removes the lock if it is still this process's. */
async function releaseLock(): Promise<void> {
  const owner = await readFile(lock, 'utf8');
  if (owner === String(process.pid)) await unlink(lock);
}

async function buildIndex(source: string, signal: AbortSignal): Promise<void> {
  await takeLock();
  try {
    const response = await fetch(source, { signal });
    await writeFile('index.txt', await response.text(), { signal });
  } finally {
    // Reported on the next line: releaseLock (floating)
    releaseLock();
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await buildIndex(`${server}/words`, interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exit(130);
}
