/**
 * Cancellable entry point
 *
 * The entry point of a program. SIGINT and SIGTERM abort the signal that everything receives; the entry point alone
 * absorbs the abort, and the program ends with 130 or 143. A second signal ends it at once.
 *
 * @prefix cancellable-entry-point
 * @placeholders ./main.js main
 * @guidance interrupts-are-events handlers-abort entry-point-absorbs second-signal
 */
import { constants } from 'node:os';
import process from 'node:process';
import { main } from './main.js';

const interruption = new AbortController();

function interrupt(name: 'SIGINT' | 'SIGTERM'): void {
  const exitCode = 128 + constants.signals[name];
  if (interruption.signal.aborted) process.exit(exitCode);
  process.exitCode = exitCode;
  interruption.abort();
}

process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
try {
  await main(interruption.signal);
} catch (error) {
  // Only the owner of a signal may absorb its abort; another error ends the program with exit code 1.
  if (!interruption.signal.aborted) throw error;
} finally {
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
}
