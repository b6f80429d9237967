import type { FileResult, Finding } from '../../engine/finding.js';
import { displayPath } from '../display-path.js';
import { painter } from '../paint.js';
import type { CheckReport, Trouble } from './check-report.js';
import { summary } from './text-report.js';

/**
 * Words a report as GitHub's workflow commands, which become annotations of the changed files:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * @param root the top of the repository, which the paths are relative to
 * @returns a command a line, and the summary
 */
export function githubReport(report: CheckReport, root: string): string {
  const lines = [
    ...report.troubles.map((trouble) => troubleCommand(trouble, root)),
    ...report.results.flatMap((result) => findingCommands(result, root)),
    summary(report, painter(false)),
  ];
  return `${lines.join('\n')}\n`;
}

function troubleCommand({ file, message }: Trouble, root: string): string {
  if (file === undefined) return command('error', {}, message);
  const name = displayPath(file, root);
  return command('error', { file: name }, `${name}: ${message}`);
}

function findingCommands({ file, findings }: FileResult, root: string): string[] {
  const name = displayPath(file, root);
  return findings.map((finding) => {
    const { severity, rule, message, page, range } = finding;
    const place = `${name}:${range.start.line + 1}:${range.start.character + 1}`;
    // The log shows the message alone, so that it says the place and the rule once more.
    const text = `${place} ${message} (${rule})\n${page}`;
    return command(severity, { file: name, ...placeOf(finding), title: rule }, text);
  });
}

/** An annotation has columns only where it stays in a line. */
function placeOf({ range: { start, end } }: Finding): Record<string, string> {
  const lines = { line: String(start.line + 1), endLine: String(end.line + 1) };
  if (start.line !== end.line) return lines;
  return { ...lines, col: String(start.character + 1), endColumn: String(end.character + 1) };
}

function command(name: 'error' | 'warning', properties: Record<string, string>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${[name, given.join(',')].filter(Boolean).join(' ')}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
