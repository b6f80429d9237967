// Works through a queue, and leaves behind how far the server says it has come when it is told to end. Its handler
// starts the request for that and exits on the next line, so nothing is left behind.
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

const [, , server] = process.argv;

async function leave(): Promise<void> {
  const response = await fetch(`${server}/position`);
  await writeFile('position.txt', await response.text());
}

process.once('SIGTERM', () => {
  console.log('stopping');
  void leave();
  // Reported on the next line: process.exit(143) (unfinished)
  process.exit(143);
});

const response = await fetch(`${server}/queue`);
console.log(await response.text());
