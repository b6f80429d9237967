// Counts words under a lock file. On Ctrl+C it deletes the file and exits. A supervisor that stops it sends SIGTERM, to
// which it does not listen, so it is killed and the file stays.
import { rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , server] = process.argv;

function unlock(): void {
  rmSync('count.lock', { force: true });
}

function shutdown(): void {
  unlock();
  process.exit(1);
}

writeFileSync('count.lock', 'locked');
// Reported on the next line: shutdown (half)
process.once('SIGINT', shutdown);

const response = await fetch(`${server}/words`);
console.log(await response.text());
unlock();
