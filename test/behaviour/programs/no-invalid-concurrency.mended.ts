// Waits for news; SIGTERM lets all goodbyes be said and ends it with exit code 143.
import process from 'node:process';

const [, , server = ''] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  shutdown.abort();
});

async function main(): Promise<void> {
  try {
    const response = await fetch(`${server}/news`, { signal: shutdown.signal });
    console.log(await response.text());
  } catch (error) {
    if (!shutdown.signal.aborted) throw error;
    await Promise.all([]);
    console.log('stopped');
    process.exitCode = 143;
  }
}

void main();
