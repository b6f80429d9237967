import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocuments } from 'vscode-languageserver';
import type { DocumentConfigs } from '../config/document-config.js';
import { engineSettings } from '../config/engine-settings.js';
import type { Document } from '../engine/engine.js';
import type { TypesOption } from '../engine/native/type-engines.js';
import type { RuleSelection } from '../engine/rule-selection.js';
import type { TargetFinder } from './check-target.js';

/** Where the open documents are, and what decides how they are checked. */
export interface TaskContext {
  documents: TextDocuments<TextDocument>;
  documentConfigs: DocumentConfigs;
  findTarget: TargetFinder;
}

/** How one version of a document is checked. */
export interface CheckTask {
  /** The document as it was then; the open one goes on changing. */
  version: TextDocument;
  document: Document;
  options: { selection: RuleSelection; types: TypesOption; maximumBytes: number };
}

/**
 * @returns how to check the present version of an open document; nothing for one that is not checked
 * @throws the signal's reason when it aborts
 */
export async function findCheckTask(
  { documents, documentConfigs, findTarget }: TaskContext,
  uri: string,
  signal: AbortSignal,
): Promise<CheckTask | undefined> {
  const config = await documentConfigs.of(uri, signal);
  const open = documents.get(uri);
  const target = open && config.isChecked ? findTarget(open) : undefined;
  if (!open || !target) return undefined;
  const text = open.getText();
  return {
    version: TextDocument.create(uri, open.languageId, open.version, text),
    document: { file: target.file, text },
    options: { selection: config.selection, ...engineSettings(config, target.mayHaveTypes) },
  };
}
