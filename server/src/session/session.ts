import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  TextDocuments,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { DocumentSettings } from '../config/document-settings.js';
import { Engine } from '../engine/engine.js';
import { clientSupportOf, type ClientSupport } from '../support/client-support.js';
import { Log } from '../support/log.js';
import { DocumentChecks } from './document-checks.js';

/** All that the server keeps for one client. */
export interface Session {
  connection: Connection;
  client: ClientSupport;
  log: Log;
  documents: TextDocuments<TextDocument>;
  engine: Engine;
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
  const engine = new Engine({
    isDiskWatched: client.watchesFiles,
    onTrouble: (trouble) => {
      log.warn(trouble);
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
