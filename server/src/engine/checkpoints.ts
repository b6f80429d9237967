import type { Linter } from 'eslint';

/** @returns a configuration with one rule, which finds nothing and calls a function now and then while the rules run */
export function checkpointConfig(onCheckpoint: () => void): Linter.Config {
  // Often enough to stop in time, and seldom enough to cost nothing.
  const listeners = { BlockStatement: onCheckpoint, CallExpression: onCheckpoint };
  const rule = {
    create: () => {
      // The text is parsed, and ESLint is about to work out all paths through it.
      onCheckpoint();
      return listeners;
    },
  };
  return {
    plugins: { 'cancellation-engine': { rules: { checkpoint: rule } } },
    rules: { 'cancellation-engine/checkpoint': 'error' },
  };
}
