// Follows an export until it is done; Ctrl+C is meant to end it at once, with exit code 130. The wait between two looks is
// a promise that was made by hand and knows nothing of the signal, so the process stays until the time is over.
import process from 'node:process';

const pause = 1500;

async function followExport(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const response = await fetch(url, { signal });
    const state = await response.text();
    console.log(`export ${state}`);
    if (state === 'done') return;
    console.log('waiting');
    // Reported on the next line: Promise (unobserved)
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) console.log('waited in vain');
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await followExport(`${server}/export`, interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
