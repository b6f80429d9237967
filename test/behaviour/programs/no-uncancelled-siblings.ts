// Copies a folder under the name that its index gives; a message cancels the index. The copy as a whole has failed then, but
// its other part goes on, and asks for the folder although nobody wants it any more.
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

const [, , server = ''] = process.argv;
const cancelled = new AbortController();
process.once('message', () => {
  cancelled.abort();
});

async function load(name: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`${server}/${name}`, { signal });
  return await response.text();
}

async function loadFolder(index: Promise<string>, signal: AbortSignal): Promise<string> {
  await Promise.allSettled([index]);
  await setImmediate(undefined, { signal });
  return await load('folder', signal);
}

async function copy(): Promise<string[]> {
  const parts = new AbortController();
  const { signal } = parts;
  process.once('SIGINT', () => parts.abort());
  const index = load('index', AbortSignal.any([signal, cancelled.signal]));
  // Reported on the next line: Promise.all (siblings)
  return await Promise.all([index, loadFolder(index, signal)]);
}

try {
  console.log((await copy()).join(' of '));
} catch (error) {
  if (!cancelled.signal.aborted) throw error;
  console.log('cancelled');
}
process.disconnect();
