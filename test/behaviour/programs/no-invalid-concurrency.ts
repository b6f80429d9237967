// Waits for news; SIGTERM is meant to let all goodbyes be said and to end it with exit code 143. There is nobody to say goodbye
// to, and a race of nothing never settles, so the program ends without its last line, and as if all was well.
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
    // Reported on the next line: Promise.race([]) (nothing)
    await Promise.race([]);
    console.log('stopped');
    process.exitCode = 143;
  }
}

void main();
