/** The reason of an abort that a signal of the process asked for. */
export class Interruption extends Error {
  override readonly name = 'AbortError';

  constructor(readonly signalName: 'SIGINT' | 'SIGTERM') {
    super(`Interrupted by ${signalName}.`);
  }
}
