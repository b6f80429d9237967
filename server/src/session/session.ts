import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { readInitializationOptions, type ClientState } from '../config/client-state.js';
import { DocumentConfigs } from '../config/document-config.js';
import { DocumentSettings } from '../config/document-settings.js';
import { NativeTypes } from '../config/native-types.js';
import type { EngineFailure } from '../engine-thread/engine-messages.js';
import type { Platform, ServerEngine, ServerEslintConfigs } from '../platform/platform.js';
import { clientSupportOf, isToldLater, type ClientSupport } from '../support/client-support.js';
import { Log } from '../support/log.js';
import { targetFinder, type TargetFinder } from './check-target.js';
import { ClosedFindings } from './closed-findings.js';
import { DocumentChecks } from './document-checks.js';
import { UnsavedDocuments } from './unsaved-documents.js';
import { WorkspaceFolders } from './workspace-folders.js';

/** All that the server keeps for one client. */
export interface Session {
  connection: Connection;
  client: ClientSupport;
  clientState: ClientState;
  folders: WorkspaceFolders;
  log: Log;
  documents: TextDocuments<TextDocument>;
  unsaved: UnsavedDocuments;
  platform: Platform;
  findTarget: TargetFinder;
  engine: ServerEngine;
  settings: DocumentSettings;
  eslintConfigs: ServerEslintConfigs;
  documentConfigs: DocumentConfigs;
  checks: DocumentChecks;
  closedFindings: ClosedFindings;
}

/** One feature of the protocol: what it announces, and what it does once the client is ready. */
export interface Feature {
  capabilities: ServerCapabilities;
  onInitialized?: () => Promise<void>;
}

/** @returns the session of a client that has just asked to initialise */
export function createSession(connection: Connection, params: InitializeParams, platform: Platform): Session {
  const client = clientSupportOf(params);
  const documents = new TextDocuments(TextDocument);
  const log = new Log(connection.console);
  const { state: clientState, section } = readInitializationOptions(params.initializationOptions);
  const settings = new DocumentSettings({ connection, client, log }, section);
  const folders = new WorkspaceFolders(params, platform.hasDisk);
  const findTarget = targetFinder(folders, platform.hasDisk);
  const eslintConfigs = platform.createEslintConfigs(client, log);
  const documentConfigs = new DocumentConfigs({
    settings,
    documents,
    folders,
    findTarget,
    eslintConfigs,
    clientState,
    nativeTypes: new NativeTypes({ clientState, log, findNative: platform.findNative }),
  });
  const engine = platform.startEngine({
    isDiskWatched: client.watchesFiles,
    onTrouble: (trouble) => {
      log.warn(trouble);
    },
    onFailure: (failure) => {
      tellFailure({ connection, log }, failure);
      if (!failure.isLast) checks.outdate();
    },
  });
  const checks = new DocumentChecks({
    log,
    documents,
    engine,
    documentConfigs,
    findTarget,
    isToldLater: isToldLater(client),
    isDiskWatched: client.watchesFiles,
  });
  return {
    connection,
    client,
    clientState,
    folders,
    log,
    documents,
    unsaved: new UnsavedDocuments(documents),
    platform,
    findTarget,
    engine,
    settings,
    eslintConfigs,
    documentConfigs,
    checks,
    closedFindings: new ClosedFindings(connection, client),
  };
}

/** A failure that mends itself is for the log; only the last one needs a person. */
function tellFailure(
  { connection, log }: Pick<Session, 'connection' | 'log'>,
  { reason, isLast }: EngineFailure,
): void {
  log.error(`The engine ended: ${reason}.`);
  if (!isLast) return;
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Error,
    message: `Cancellation: the engine has ended too often (${reason}). Nothing more is checked until the server is restarted.`,
  });
}
