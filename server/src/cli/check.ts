import process from 'node:process';
import { Option, type Command } from 'commander';
import { presetNames, presetSelection } from '../engine/rule-selection.js';
import { reasonOf } from '../support/reason-of.js';
import { checkInWorker } from './check-in-worker.js';
import { addRule, addValue, wholeNumber, type CheckOptions } from './check-options.js';
import { countFindings, type CheckReport, type Trouble } from './check-report.js';
import { displayPath } from './display-path.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { findSources, type FoundSources } from './find-sources.js';
import { jsonReport } from './json-report.js';
import { wantsColour } from './paint.js';
import { startProgress } from './progress-bar.js';
import { textReport } from './text-report.js';

/**
 * Adds the verb `check` to the command.
 *
 * @param program the command
 * @param signal stops the check
 */
export function addCheck(program: Command, signal: AbortSignal): void {
  program
    .command('check')
    .summary('check files and folders for cancellation bugs')
    .description(
      'Checks JavaScript and TypeScript files for cancellation bugs. It needs no configuration: types are used where a tsconfig.json includes a file, and folders are searched without node_modules, minified files and what git ignores.',
    )
    .argument('[paths...]', 'files and folders; the working directory unless given')
    .option('--no-types', 'do without type information, which is faster and finds less')
    .addOption(
      new Option('--preset <name>', 'which rules to run').choices(presetNames).default('recommended'),
    )
    .option('--rule <id:severity>', 'set a rule to off, warn or error (repeatable)', addRule)
    .option('--ignore <pattern>', 'leave out what matches this glob pattern (repeatable)', addValue)
    .option('--max-warnings <number>', 'how many warnings are no reason for exit code 1', wholeNumber, 0)
    .addOption(
      new Option('--format <name>', 'how to write the findings').choices(['text', 'json']).default('text'),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      process.exitCode = await check(paths.length > 0 ? paths : ['.'], options, signal);
    });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  signal: AbortSignal,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const sources = await findSources(paths, { cwd, ignore: options.ignore ?? [], signal });
  const report = await checkSources(sources, options, signal);
  const isColoured = wantsColour(process.stdout, process.env);
  const text =
    options.format === 'json'
      ? jsonReport(report, cwd)
      : await textReport(report, { cwd, isColoured, signal });
  // Troubles come first, so that a long list of findings does not push them out of sight of its summary.
  if (options.format === 'text') for (const trouble of report.troubles) console.error(wordsOf(trouble, cwd));
  process.stdout.write(text);
  return exitCodeOf(report, options.maxWarnings);
}

async function checkSources(
  { files, troubles }: FoundSources,
  { types, preset, rule = {} }: CheckOptions,
  signal: AbortSignal,
): Promise<CheckReport> {
  const report: CheckReport = { fileCount: files.length, results: [], troubles: [...troubles] };
  if (files.length === 0) return report;
  const progress = startProgress(files.length, process.stderr);
  try {
    const selection = presetSelection(preset, rule);
    for await (const event of checkInWorker({ files, types, selection }, signal)) {
      if ('trouble' in event) {
        report.troubles.push(event.trouble);
        continue;
      }
      const { file, findings, trouble } = event.result;
      progress.fileDone(findings.length);
      if (findings.length > 0) report.results.push(event.result);
      if (trouble !== undefined) report.troubles.push({ file, message: trouble });
    }
  } catch (error) {
    signal.throwIfAborted();
    report.troubles.push({ message: `The check ended early: ${reasonOf(error)}.` });
  } finally {
    progress.stop();
  }
  return report;
}

function wordsOf({ file, message }: Trouble, cwd: string): string {
  return file === undefined ? message : `${displayPath(file, cwd)}: ${message}`;
}

function exitCodeOf(report: CheckReport, maxWarnings: number): ExitCode {
  if (report.troubles.length > 0) return exitCode.trouble;
  const { errors, warnings } = countFindings(report);
  return errors > 0 || warnings > maxWarnings ? exitCode.findings : exitCode.noFindings;
}
