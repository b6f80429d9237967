import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Invocation, Log, Notification, Result, Run } from 'sarif';
import { manifest } from '../../manifest.js';
import type { RuleSelection } from '../../engine/rule-selection.js';
import { displayPath, isInside } from '../display-path.js';
import type { CheckReport, Trouble } from './check-report.js';
import { sarifResults } from './sarif-results.js';
import { sarifRules } from './sarif-rules.js';

/** What a SARIF report says besides the findings. */
export interface SarifContext {
  /** The top of the repository, which the paths are relative to. */
  root: string;
  /** The rules that ran. */
  selection: RuleSelection;
  /** What the command ends with. */
  exitCode: number;
  /** Stops the reading of the files and of the rules' pages. */
  signal: AbortSignal;
}

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const rootName = '%SRCROOT%';

/**
 * Words a report in the Static Analysis Results Interchange Format, version 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 *
 * @returns JSON with a line break at its end
 * @throws the signal's reason when it aborts
 */
export async function sarifReport(report: CheckReport, context: SarifContext): Promise<string> {
  const log: Log = { $schema: schema, version: '2.1.0', runs: [await runOf(report, context)] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

async function runOf(report: CheckReport, context: SarifContext): Promise<Run> {
  const { root, selection, signal } = context;
  const locate = (file: string): ArtifactLocation => artifactLocation(file, root);
  const results: Result[] = [];
  for (const result of report.results) results.push(...(await sarifResults(result, locate, signal)));
  const found = new Set(results.map(({ ruleId }) => ruleId ?? ''));
  return {
    tool: {
      driver: {
        name: 'cancellation-lint',
        fullName: `cancellation-lint of ${manifest.name} ${manifest.version}`,
        version: manifest.version,
        semanticVersion: manifest.version,
        rules: await sarifRules(selection, found, signal),
      },
    },
    invocations: [invocationOf(report, context, locate)],
    originalUriBaseIds: { [rootName]: { uri: `${pathToFileURL(root).href.replace(/\/$/, '')}/` } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results,
  };
}

function invocationOf(
  { troubles }: CheckReport,
  { exitCode }: SarifContext,
  locate: (file: string) => ArtifactLocation,
): Invocation {
  return {
    executionSuccessful: troubles.length === 0,
    exitCode,
    toolExecutionNotifications: troubles.map((trouble) => notificationOf(trouble, locate)),
  };
}

function notificationOf(
  { file, message }: Trouble,
  locate: (file: string) => ArtifactLocation,
): Notification {
  return {
    level: 'error',
    message: { text: message },
    ...(file !== undefined && { locations: [{ physicalLocation: { artifactLocation: locate(file) } }] }),
  };
}

/** A file below the root is named from there, so that the report means the same on another machine. */
function artifactLocation(file: string, root: string): ArtifactLocation {
  if (!isInside(file, root)) return { uri: pathToFileURL(file).href };
  const uri = displayPath(file, root).split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: rootName };
}
