import process from 'node:process';
import type { Command } from 'commander';
import { checkSources } from './check-sources.js';
import { countOf } from './count-of.js';
import { displayPath } from './display-path.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { fixSummary, type FixManner } from './fixing/fix-summary.js';
import { makeChanges, type FixOutcome } from './fixing/make-changes.js';
import { unifiedDiff } from './fixing/unified-diff.js';
import { writeChange } from './fixing/write-change.js';
import { painter, wantsColour } from './paint.js';
import { wordsOfTrouble } from './reports/check-report.js';
import { addSelectionOptions, selectionOf, type SelectionOptions } from './selection-options.js';

type FixOptions = SelectionOptions & FixManner;

/**
 * Adds the verb `fix` to the command.
 *
 * @param program the command
 * @param signal stops it; a file is written whole or not at all
 */
export function addFix(program: Command, signal: AbortSignal): void {
  const command = program
    .command('fix')
    .summary('mend what check finds')
    .description(
      'Mends findings in files and folders. Autofixes change nothing that runs; most findings have suggestions instead, which do, and are applied with --suggestions only. Where a finding has several, the first is taken. A change that breaks the syntax, or leaves no fewer findings, is not made.',
    );
  addSelectionOptions(command)
    .option('--suggestions', 'apply the first suggestion of each finding too; look at what it did')
    .option('--diff', 'write nothing, and print what would change as a patch')
    .addHelpText(
      'after',
      `
Exit codes:
  0  nothing is left; with --diff, nothing would change
  1  findings are left; with --diff, something would change
  2  trouble: something could not be checked or written, or the command line is wrong

Examples:
  cancellation-lint fix src --suggestions --diff
  cancellation-lint fix src --suggestions
  cancellation-lint fix --suggestions --preset strict --rule no-swallowed-abort:off`,
    )
    .action(async (paths: string[], options: FixOptions) => {
      process.exitCode = await fix(paths, options, signal);
    });
}

async function fix(paths: readonly string[], options: FixOptions, signal: AbortSignal): Promise<ExitCode> {
  const cwd = process.cwd();
  const mend = options.suggestions ? 'suggestions' : 'fixes';
  const report = await checkSources(paths, { ...options, selection: selectionOf(options), mend }, signal);
  const write = options.diff ? () => Promise.resolve(undefined) : writeChange;
  const outcome = await makeChanges(report, write, signal);
  for (const trouble of outcome.troubles) console.error(wordsOfTrouble(trouble, cwd));
  if (options.diff) {
    const paint = painter(wantsColour(process.stdout, process.env));
    for (const { file, change } of outcome.changed)
      process.stdout.write(unifiedDiff(displayPath(file, cwd), change, paint));
    // Standard output holds the patch alone.
    console.error(fixSummary(outcome, options));
  } else {
    for (const { file, change } of outcome.changed)
      console.log(`${displayPath(file, cwd)}: ${countOf(change.mended, 'finding')} fixed`);
    console.log(fixSummary(outcome, options));
  }
  return exitCodeOf(outcome, options);
}

function exitCodeOf({ troubles, changed, left }: FixOutcome, { diff }: FixOptions): ExitCode {
  if (troubles.length > 0) return exitCode.trouble;
  return (diff ? changed : left).length > 0 ? exitCode.findings : exitCode.noFindings;
}
