// Prints words under a lock of the server's, which it gives back even if it is interrupted meanwhile. It stops listening
// before it gives the lock back, so an interruption then kills it, and it never hears whether the lock is free.
import process from 'node:process';

const [, , server] = process.argv;

function interrupt(): void {
  console.log('interrupted');
  process.exitCode = 130;
}

process.on('SIGINT', interrupt);
try {
  const response = await fetch(`${server}/words`);
  console.log(await response.text());
} finally {
  // Reported on the next line: process.off('SIGINT', interrupt); (removedEarly)
  process.off('SIGINT', interrupt);
  const unlocked = await fetch(`${server}/lock`, { method: 'DELETE' });
  console.log(await unlocked.text());
}
