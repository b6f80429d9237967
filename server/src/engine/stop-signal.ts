import type { Linter } from 'eslint';

/** What stops a check: an AbortSignal, or what stands for one in another thread. */
export type StopSignal = Pick<AbortSignal, 'aborted' | 'throwIfAborted'>;

/** @returns a configuration with one rule, which finds nothing and ends the run of all rules when the signal aborts */
export function stopConfig(signal: StopSignal): Linter.Config {
  const stop = () => {
    signal.throwIfAborted();
  };
  // Often enough to stop in time, and seldom enough to cost nothing.
  const listeners = { BlockStatement: stop, CallExpression: stop };
  const rule = {
    create: () => {
      // The text is parsed, and ESLint is about to work out all paths through it.
      stop();
      return listeners;
    },
  };
  return {
    plugins: { 'cancellation-engine': { rules: { stop: rule } } },
    rules: { 'cancellation-engine/stop': 'error' },
  };
}
