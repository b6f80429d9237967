/**
 * Graceful shutdown
 *
 * Runs a service until SIGINT or SIGTERM, lets it end what it has begun, and cleans up. The cleanup gets a fresh signal
 * with a time limit, because the first one is aborted by then. A second SIGINT or SIGTERM ends the process at once.
 *
 * @prefix graceful-shutdown
 * @placeholders runUntilShutdown 10_000
 * @guidance handlers-abort cleanup-is-shielded second-signal
 */
import { constants } from 'node:os';
import process from 'node:process';

/**
 * Runs a service until SIGINT or SIGTERM aborts its signal, then cleans up.
 *
 * @throws what the service throws before the shutdown, and what the cleanup throws
 */
export async function runUntilShutdown(
  serve: (signal: AbortSignal) => Promise<void>,
  cleanUp: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const shutdown = new AbortController();
  const shutDown = (name: 'SIGINT' | 'SIGTERM'): void => {
    const exitCode = 128 + constants.signals[name];
    // The second signal is from somebody who does not want to wait.
    if (shutdown.signal.aborted) process.exit(exitCode);
    process.exitCode = exitCode;
    shutdown.abort();
  };
  process.on('SIGINT', shutDown).on('SIGTERM', shutDown);
  try {
    await serve(shutdown.signal).catch((error: unknown) => {
      if (!shutdown.signal.aborted) throw error;
    });
  } finally {
    await cleanUp(AbortSignal.timeout(10_000)).finally(() => {
      process.off('SIGINT', shutDown).off('SIGTERM', shutDown);
    });
  }
}
