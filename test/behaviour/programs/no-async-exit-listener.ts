// Counts words. Where it is interrupted it notes, at its exit, how far it has come by what the server says. Its `exit`
// listener asks the server, which nobody waits for any more, so there is no note.
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

async function note(): Promise<void> {
  if (!interruption.signal.aborted) return;
  // Reported on the next line: await (await)
  const response = await fetch(`${server}/position`);
  await writeFile('position.txt', await response.text());
}

process.on('exit', note);

try {
  const response = await fetch(`${server}/words`, { signal: interruption.signal });
  const text = await response.text();
  console.log(`${text.split(' ').length} words`);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
