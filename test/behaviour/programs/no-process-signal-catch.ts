// Builds under a lock; Ctrl+C is meant to remove the lock and to end it with exit code 130. The handler looks for the
// signal in the error, but nothing is thrown for it: the process just ends, and the lock stays.
import { rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , server] = process.argv;

writeFileSync('build.lock', '');
try {
  const response = await fetch(`${server}/sources`);
  console.log(`built ${await response.text()}`);
} catch (error) {
  // Reported on the next line: (error as Error).name === 'SIGINT' (unreachable)
  if ((error as Error).name === 'SIGINT') {
    rmSync('build.lock');
    process.exit(130);
  }
  throw error;
}
rmSync('build.lock');
