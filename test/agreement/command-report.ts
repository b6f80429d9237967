import type { JsonReport } from '../../server/src/cli/reports/json-report.js';
import { runCommand } from '../cli/run-command.js';
import type { AgreedReport, Way } from './agreed-finding.js';

/** What `cancellation-lint check --format json` says. */
export async function commandReport(folder: string, way: Way): Promise<AgreedReport> {
  const types = way === 'with types' ? [] : ['--no-types'];
  const { code, stdout, stderr } = await runCommand(['check', '--format', 'json', ...types], { cwd: folder });
  if (code !== 1) throw new Error(`The command ended with exit code ${String(code)}: ${stderr}`);
  const report = JSON.parse(stdout) as JsonReport;
  return Object.fromEntries(
    report.files.map(({ file, findings }) => [
      file,
      findings.map(({ rule, severity, message, suggestions, line, column, endLine, endColumn }) => ({
        rule,
        severity,
        message,
        place: { line, column, endLine, endColumn },
        suggestions,
      })),
    ]),
  );
}
