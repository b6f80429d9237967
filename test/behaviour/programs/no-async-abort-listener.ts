// Runs a job on a server; Ctrl+C gives it up, tells the server so, and ends with exit code 130. The server does not
// answer that any more, nobody handles the failure, and so the program dies of it: exit code 1.
import process from 'node:process';

process.once('uncaughtException', () => {
  console.log('crashed');
  process.exit(1);
});
console.error = () => {
  console.log('a failure is noted');
};

const [, , server = ''] = process.argv;
const interruption = new AbortController();
// Reported on the next line: interruption.signal.addEventListener (own)
interruption.signal.addEventListener('abort', async () => {
  await fetch(`${server}/stop`, { method: 'POST' });
});
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  const response = await fetch(`${server}/job`, { signal: interruption.signal });
  console.log(await response.text());
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
