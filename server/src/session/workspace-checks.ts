import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocuments } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { DocumentConfigs } from '../config/document-config.js';
import { engineSettings } from '../config/engine-settings.js';
import type { Finding } from '../engine/finding.js';
import type { Platform, ServerEngine } from '../platform/platform.js';
import type { Log } from '../support/log.js';
import type { WorkspaceFolders } from './workspace-folders.js';

/** What the checks of a workspace need. */
export interface WorkspaceContext {
  log: Log;
  documents: TextDocuments<TextDocument>;
  documentConfigs: DocumentConfigs;
  engine: ServerEngine;
  platform: Pick<Platform, 'findSources'>;
  folders: WorkspaceFolders;
}

/** How far a check of the workspace has come, and what it found in the last file. */
export interface WorkspaceStep {
  uri: string;
  findings: readonly Finding[];
  /** How many files have been looked at, this one included, and how many there are. */
  done: number;
  total: number;
}

/**
 * Checks all files of the client's folders that are not open; what is found in those that are, the client has already.
 *
 * @param signal stops the check
 * @yields one step for each file
 * @throws the signal's reason when it aborts
 */
export async function* checkWorkspaceFiles(
  context: WorkspaceContext,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceStep, void> {
  const { files, troubles } = await context.platform.findSources(context.folders.all, signal);
  for (const { file, message } of troubles) context.log.warn(`${file}: ${message}`);
  const isOpen = new Set(context.documents.all().map(({ uri }) => URI.parse(uri).fsPath));
  const closed = files.filter((file) => !isOpen.has(file));
  for (const [index, file] of closed.entries()) {
    const uri = URI.file(file).toString();
    const findings = await findingsIn(context, { uri, file }, signal);
    yield { uri, findings, done: index + 1, total: closed.length };
  }
}

async function findingsIn(
  { documentConfigs, engine, log }: WorkspaceContext,
  { uri, file }: { uri: string; file: string },
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const config = await documentConfigs.of(uri, signal);
  if (!config.isChecked) return [];
  const { findings, trouble } = await engine.checkFile(file, {
    selection: config.selection,
    ...engineSettings(config, true),
    signal,
  });
  if (trouble !== undefined) log.info(`${uri}: ${trouble}`);
  return findings;
}
