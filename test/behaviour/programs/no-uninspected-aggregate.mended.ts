// Asks two mirrors for a file; Ctrl+C ends it with exit code 130.
import process from 'node:process';

const [, , server = ''] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

async function load(mirror: string): Promise<string> {
  const response = await fetch(`${server}/${mirror}`, { signal: interruption.signal });
  return await response.text();
}

try {
  console.log(await Promise.any(['a', 'b'].map((mirror) => load(mirror))));
} catch (error) {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  if (errors.includes(interruption.signal.reason)) process.exitCode = 130;
  else console.log('no mirror answers');
}
