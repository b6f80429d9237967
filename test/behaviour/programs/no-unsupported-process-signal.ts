// Counts words, and saves its place when it is terminated. It means to listen to every signal that ends a process, as far
// as the platform knows it. Registering the first one throws, so the second has no listener either.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , server] = process.argv;

function save(): void {
  writeFileSync('position.txt', 'two');
  process.exit(143);
}

try {
  // Reported on the next line: 'SIGKILL' (uncatchable)
  for (const name of ['SIGKILL', 'SIGINT', 'SIGTERM'] as const) process.once(name, save);
} catch {
  // This platform does not know it.
}

const response = await fetch(`${server}/words`);
const text = await response.text();
console.log(`${text.split(' ').length} words`);
