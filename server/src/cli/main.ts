#!/usr/bin/env node
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { manifest } from '../manifest.js';
import { keepCompiledCode } from '../support/keep-compiled-code.js';
import { reasonOf } from '../support/reason-of.js';
import { addCheck } from './check.js';
import { exitCode } from './exit-code.js';
import { addExplain } from './explain.js';
import { addFix } from './fix.js';
import { Interruption } from './interruption.js';

keepCompiledCode();
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    interruption.abort(new Interruption(name));
  });
}
// A reader that has seen enough, such as `head`, closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  console.error(`The output cannot be written: ${reasonOf(error)}.`);
  process.exit(exitCode.trouble);
});

try {
  await commandLine(interruption.signal).parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error, interruption.signal);
}

function commandLine(signal: AbortSignal): Command {
  const program = new Command('cancellation-lint')
    .description(
      'Finds cancellation bugs in JavaScript and TypeScript: aborts that are swallowed, signals that are not passed on, cleanup that does not run.',
    )
    .version(manifest.version)
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes:
  0  no findings
  1  findings; with fix, findings that are left
  2  trouble: something could not be done as asked, or the command line is wrong

Examples:
  cancellation-lint check
  cancellation-lint check src test/server.ts --preset strict
  cancellation-lint fix src --suggestions --diff
  cancellation-lint explain no-swallowed-abort`,
    );
  addCheck(program, signal);
  addFix(program, signal);
  addExplain(program, signal);
  return program;
}

/** Says what went wrong where nobody has yet, and which exit code that is. */
function exitCodeFor(error: unknown, signal: AbortSignal): number {
  if (signal.reason instanceof Interruption) {
    console.error('Interrupted.');
    return exitCode[signal.reason.signalName];
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.trouble;
  console.error(`cancellation-lint failed: ${reasonOf(error)}.`);
  return exitCode.trouble;
}
