import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { DocumentSettings } from '../config/document-settings.js';
import { RemoteEngine, type EngineFailure } from '../engine-thread/remote-engine.js';
import { clientSupportOf, type ClientSupport } from '../support/client-support.js';
import { Log } from '../support/log.js';
import { DocumentChecks } from './document-checks.js';

/** All that the server keeps for one client. */
export interface Session {
  connection: Connection;
  client: ClientSupport;
  log: Log;
  documents: TextDocuments<TextDocument>;
  engine: RemoteEngine;
  settings: DocumentSettings;
  checks: DocumentChecks;
}

/** One feature of the protocol: what it announces, and what it does once the client is ready. */
export interface Feature {
  capabilities: ServerCapabilities;
  onInitialized?: () => Promise<void>;
}

/** @returns the session of a client that has just asked to initialise */
export function createSession(connection: Connection, params: InitializeParams): Session {
  const client = clientSupportOf(params);
  const documents = new TextDocuments(TextDocument);
  const log = new Log(connection.console);
  const settings = new DocumentSettings({ connection, client, log }, params.initializationOptions);
  const engine = new RemoteEngine({
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
    settings,
    isDiskWatched: client.watchesFiles,
  });
  return { connection, client, log, documents, engine, settings, checks };
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
