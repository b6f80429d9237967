// Renders a draft and publishes the page; Ctrl+C is meant to end it with exit code 130 and nothing published. The
// renderer takes no signal, and nobody looks whether there was an abort meanwhile, so the page appears all the same.
import { promises } from 'node:fs';
import process from 'node:process';

const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

/** Rendering lasts until the process is told to end, or until it is clear that it will not be told. */
const rendered = new Promise<void>((resolve) => {
  process.once('SIGINT', () => {
    resolve();
  });
  setTimeout(resolve, 3000);
});

async function render(draft: string): Promise<string> {
  console.log('rendering');
  await rendered;
  return `<p>${draft}</p>`;
}

async function savePage(page: string): Promise<void> {
  await promises.appendFile('page.html', page);
  console.log('published');
}

async function publish(url: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal });
  const draft = await response.text();
  // Reported on the next line: await (step)
  const page = await render(draft);
  await savePage(page);
}

const [, , server] = process.argv;
try {
  await publish(`${server}/draft`, interruption.signal);
  if (interruption.signal.aborted) process.exitCode = 130;
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
