import type { FileResult, Finding, TextRange } from '../../engine/finding.js';
import { countFindings, type CheckReport, type Trouble } from './check-report.js';
import { displayPath } from '../display-path.js';

/** A place in a file: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface JsonPlace {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A finding as `--format json` writes it. Edits replace `[start, end)`, in UTF-16 code units from the file's beginning. */
export interface JsonFinding
  extends JsonPlace, Pick<Finding, 'rule' | 'severity' | 'message' | 'page' | 'fix' | 'suggestions'> {
  related: (JsonPlace & { message: string })[];
}

/** What `--format json` writes. Members may be added; a change to one of these raises `version`. */
export interface JsonReport {
  version: 1;
  /** The files with findings; paths are relative to the working directory where they are below it, with `/`. */
  files: { file: string; findings: JsonFinding[] }[];
  /** What could not be checked as asked; `file` is absent where the trouble is not one file's. */
  troubles: Trouble[];
  summary: { files: number; errors: number; warnings: number; troubles: number };
}

/**
 * Words a report for other programs.
 *
 * @param report what was found
 * @param cwd what the paths are relative to
 * @returns JSON with a line break at its end
 */
export function jsonReport(report: CheckReport, cwd: string): string {
  const { fileCount, results, troubles } = report;
  const json: JsonReport = {
    version: 1,
    files: results.map((result) => jsonFile(result, cwd)),
    troubles: troubles.map(({ file, message }) =>
      file === undefined ? { message } : { file: displayPath(file, cwd), message },
    ),
    summary: { files: fileCount, ...countFindings(report), troubles: troubles.length },
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function jsonFile({ file, findings }: FileResult, cwd: string): JsonReport['files'][number] {
  return { file: displayPath(file, cwd), findings: findings.map(jsonFinding) };
}

function jsonFinding({
  rule,
  severity,
  message,
  range,
  page,
  fix,
  suggestions,
  related,
}: Finding): JsonFinding {
  return {
    ...jsonPlace(range),
    rule,
    severity,
    message,
    page,
    ...(fix && { fix }),
    suggestions,
    related: related.map((place) => ({ ...jsonPlace(place.range), message: place.message })),
  };
}

function jsonPlace({ start, end }: TextRange): JsonPlace {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
