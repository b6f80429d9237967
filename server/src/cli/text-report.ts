import { readFile } from 'node:fs/promises';
import type { FileResult, Finding } from '../engine/finding.js';
import { countFindings, type CheckReport } from './check-report.js';
import { displayPath } from './display-path.js';
import { painter, type Paint } from './paint.js';
import { sourceFrame } from './source-frame.js';

/** How and for where a report is worded. */
export interface TextReportOptions {
  /** What the paths are relative to. */
  cwd: string;
  isColoured: boolean;
  /** Stops the reading of the files that are shown. */
  signal: AbortSignal;
}

/**
 * Words a report for people: the findings by file, each with its lines, and a summary.
 *
 * @throws the signal's reason when it aborts
 */
export async function textReport(report: CheckReport, options: TextReportOptions): Promise<string> {
  const paint = painter(options.isColoured);
  const blocks: string[] = [];
  for (const result of report.results) blocks.push(await fileBlock(result, paint, options));
  return `${[...blocks, summary(report, paint)].join('\n\n')}\n`;
}

async function fileBlock(result: FileResult, paint: Paint, options: TextReportOptions): Promise<string> {
  const { cwd, isColoured, signal } = options;
  const lines = await readLines(result.file, signal);
  const findings = result.findings.map((finding) => {
    const frame = indent(sourceFrame(lines, finding.range, isColoured), 4);
    return [headline(finding, paint), frame, details(finding, paint)].filter(Boolean).join('\n\n');
  });
  return [paint('underline', displayPath(result.file, cwd)), ...findings].join('\n\n');
}

/** The lines of a file as LSP counts them; none where it has gone since it was checked. */
async function readLines(file: string, signal: AbortSignal): Promise<string[]> {
  try {
    return (await readFile(file, { encoding: 'utf8', signal })).split(/\r\n|\r|\n/);
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

function headline({ range, severity, message, rule }: Finding, paint: Paint): string {
  const place = `${String(range.start.line + 1)}:${String(range.start.character + 1)}`;
  const colour = severity === 'error' ? 'red' : 'yellow';
  return `  ${place}  ${paint(colour, severity)}  ${paint('bold', message)}  ${paint('dim', rule)}`;
}

function details({ related, suggestions, page }: Finding, paint: Paint): string {
  const places = related.map(({ range, message }) => {
    return `${String(range.start.line + 1)}:${String(range.start.character + 1)}  ${message}`;
  });
  const fixes = suggestions.map(({ title }) => `${paint('green', 'fix:')} ${title}`);
  return indent([...places, ...fixes, paint('dim', `see ${page}`)].join('\n'), 4);
}

function summary(report: CheckReport, paint: Paint): string {
  const { fileCount, results, troubles } = report;
  const { errors, warnings } = countFindings(report);
  const checked = count(fileCount, 'file');
  const found =
    errors + warnings === 0
      ? paint('green', `No findings in ${checked}.`)
      : `${count(errors + warnings, 'finding')} (${count(errors, 'error')}, ${count(warnings, 'warning')}) in ${String(results.length)} of ${checked}.`;
  return troubles.length === 0
    ? found
    : `${found} ${paint('red', `${count(troubles.length, 'problem')} above.`)}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(width));
}
