import type { FileResult, Finding } from '../../engine/finding.js';
import { countOf } from '../count-of.js';
import { countFindings, type CheckReport } from './check-report.js';
import { displayPath } from '../display-path.js';
import { painter, type Paint } from '../paint.js';
import { readLastText } from './read-last-text.js';
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
  const text = await readLastText(result.file, signal);
  // As LSP counts them.
  const lines = text?.split(/\r\n|\r|\n/) ?? [];
  const findings = result.findings.map((finding) => {
    const frame = indent(sourceFrame(lines, finding.range, isColoured), 4);
    return [headline(finding, paint), frame, details(finding, paint)].filter(Boolean).join('\n\n');
  });
  return [paint('underline', displayPath(result.file, cwd)), ...findings].join('\n\n');
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

/** Sums a report up in one line. */
export function summary(report: CheckReport, paint: Paint): string {
  const { fileCount, results, troubles } = report;
  const { errors, warnings } = countFindings(report);
  const checked = countOf(fileCount, 'file');
  const found =
    errors + warnings === 0
      ? paint('green', `No findings in ${checked}.`)
      : `${countOf(errors + warnings, 'finding')} (${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}) in ${String(results.length)} of ${checked}.`;
  return troubles.length === 0
    ? found
    : `${found} ${paint('red', `${countOf(troubles.length, 'problem')} above.`)}`;
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(width));
}
