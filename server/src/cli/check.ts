import path from 'node:path';
import process from 'node:process';
import { Option, type Command } from 'commander';
import type { RuleSelection } from '../engine/rule-selection.js';
import { defaultCacheName } from './cache/cache-file.js';
import { checkSources } from './check-sources.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { wholeNumber } from './option-values.js';
import { wantsColour } from './paint.js';
import { countFindings, wordsOfTrouble, type CheckReport } from './reports/check-report.js';
import { githubReport } from './reports/github-report.js';
import { jsonReport } from './reports/json-report.js';
import { sarifReport } from './reports/sarif-report.js';
import { sourceRoot } from './reports/source-root.js';
import { textReport } from './reports/text-report.js';
import { addSelectionOptions, selectionOf, type SelectionOptions } from './selection-options.js';

const formats = ['text', 'json', 'sarif', 'github'] as const;

interface CheckOptions extends SelectionOptions {
  format: (typeof formats)[number];
  maxWarnings: number;
  cache?: true;
  cacheLocation?: string;
}

/** What a report is worded by, besides what was found. */
interface ReportContext {
  format: CheckOptions['format'];
  selection: RuleSelection;
  exitCode: ExitCode;
  signal: AbortSignal;
}

/**
 * Adds the verb `check` to the command.
 *
 * @param program the command
 * @param signal stops the check
 */
export function addCheck(program: Command, signal: AbortSignal): void {
  const command = program
    .command('check')
    .summary('check files and folders for cancellation bugs')
    .description(
      'Checks JavaScript and TypeScript files for cancellation bugs. It needs no configuration: types are used where a tsconfig.json includes a file, and folders are searched without node_modules, minified files and what git ignores.',
    );
  addSelectionOptions(command)
    .option('--max-warnings <number>', 'how many warnings are no reason for exit code 1', wholeNumber, 0)
    .option('--cache', `keep the results in ${defaultCacheName}, and check only what may give others`)
    .option('--cache-location <file>', 'keep them in another file')
    .addOption(new Option('--format <name>', 'how to write the findings').choices(formats).default('text'))
    .addHelpText(
      'after',
      `
Formats:
  text    for people, with the lines of each finding
  json    for other programs, with all suggestions
  sarif   for code scanning and viewers: SARIF 2.1.0
  github  annotations of a pull request, from a step of a GitHub workflow

Examples:
  cancellation-lint check
  cancellation-lint check src test/server.ts --preset strict
  cancellation-lint check --cache
  cancellation-lint check --rule no-swallowed-abort:off --ignore '**/*.test.ts'
  cancellation-lint check --format sarif > cancellation.sarif`,
    )
    .action(async (paths: string[], options: CheckOptions) => {
      process.exitCode = await check(paths, options, signal);
    });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { format, maxWarnings } = options;
  const selection = selectionOf(options);
  const cache = cacheOf(options);
  const report = await checkSources(paths, { ...options, selection, cache }, signal);
  const code = exitCodeOf(report, maxWarnings);
  const text = await wordsOf(report, { format, selection, exitCode: code, signal });
  for (const note of report.notes) console.error(note);
  // Troubles come first, so that a long list of findings does not push them out of sight of its summary.
  if (format === 'text')
    for (const trouble of report.troubles) console.error(wordsOfTrouble(trouble, process.cwd()));
  process.stdout.write(text);
  return code;
}

/** @returns the absolute path of the cache; undefined where none is wanted */
function cacheOf({ cache, cacheLocation }: CheckOptions): string | undefined {
  const location = cacheLocation ?? (cache && defaultCacheName);
  return location === undefined ? undefined : path.resolve(location);
}

async function wordsOf(report: CheckReport, context: ReportContext): Promise<string> {
  const { format, signal } = context;
  const cwd = process.cwd();
  switch (format) {
    case 'json':
      return jsonReport(report, cwd);
    case 'sarif':
      return sarifReport(report, { ...context, root: sourceRoot(cwd, process.env) });
    case 'github':
      return githubReport(report, sourceRoot(cwd, process.env));
    case 'text':
      return textReport(report, { cwd, isColoured: wantsColour(process.stdout, process.env), signal });
  }
}

function exitCodeOf(report: CheckReport, maxWarnings: number): ExitCode {
  if (report.troubles.length > 0) return exitCode.trouble;
  const { errors, warnings } = countFindings(report);
  return errors > 0 || warnings > maxWarnings ? exitCode.findings : exitCode.noFindings;
}
