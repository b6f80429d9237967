import { fileURLToPath } from 'node:url';
import { runNode, type Outcome, type RunOptions } from '../support/run-node.js';

/** The shell command as it is built. */
export const command = fileURLToPath(new URL('../../server/dist/cancellation-lint.js', import.meta.url));

/** Runs `cancellation-lint` in a process of its own, without a terminal. */
export function runCommand(args: readonly string[], options: RunOptions): Promise<Outcome> {
  return runNode([command, ...args], options);
}
