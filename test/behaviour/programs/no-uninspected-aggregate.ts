// Asks two mirrors for a file; Ctrl+C is meant to end it with exit code 130. The abort arrives as an AggregateError of two abort
// errors, and as nobody looks into it, the interruption is taken for mirrors that do not answer.
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
  // Reported on the next line: Promise.any (lost)
  console.log(await Promise.any(['a', 'b'].map((mirror) => load(mirror))));
} catch (error) {
  if (error === interruption.signal.reason) process.exitCode = 130;
  else console.log('no mirror answers');
}
