import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ExitNotification,
  InitializedNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { asking } from './client-capabilities.js';
import { LspDocument } from './lsp-document.js';
import { acceptRegistrations, answerServer, type ServerMessages } from './server-messages.js';
import { startServerProcess, type ServerProcess } from './server-process.js';

export interface ClientOptions {
  /** Absolute paths of the workspace folders, or their addresses. */
  folders?: readonly string[];
  capabilities?: ClientCapabilities;
  /** The section `cancellation` of the settings, by the address of the document that they are for. */
  settings?: (uri: string | undefined) => unknown;
  initializationOptions?: unknown;
  /** The server, where it is another than the one that is built here. */
  server?: ServerProcess;
  /** The process whose end has to end the server; this one unless told. */
  processId?: number;
}

/** A client that talks to a real server over a real pipe. */
export class LspClient {
  readonly connection: ProtocolConnection;
  readonly server: ServerProcess;
  readonly messages: ServerMessages;
  /** Asked for at each request of the server's; assign to change them. */
  settings: (uri: string | undefined) => unknown;
  initializeResult!: InitializeResult;

  private constructor(server: ServerProcess, settings: (uri: string | undefined) => unknown) {
    this.server = server;
    this.settings = settings;
    this.connection = createProtocolConnection(
      new StreamMessageReader(server.child.stdout),
      new StreamMessageWriter(server.child.stdin),
    );
    this.messages = answerServer(this.connection, (uri) => this.settings(uri));
    this.connection.listen();
    // Whatever waits for a server that is gone fails, rather than to wait for ever.
    void server.exitCode.then(() => {
      this.connection.dispose();
    });
  }

  /** Starts a server and shakes hands with it; whoever starts it has to stop it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const { folders = [], settings = () => null, initializationOptions, processId = process.pid } = options;
    const client = new LspClient(options.server ?? startServerProcess(), settings);
    const workspaceFolders = folders.map(workspaceFolder);
    client.initializeResult = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities: options.capabilities ?? asking,
      initializationOptions,
    });
    acceptRegistrations(client.connection, client.messages);
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /**
   * Opens a document.
   *
   * @param place an absolute path, or an address such as `untitled:Untitled-1`
   */
  async open(place: string, text: string, languageId = 'typescript'): Promise<LspDocument> {
    const uri = addressOf(place);
    return LspDocument.open(this, { uri, languageId, text });
  }

  /** Adds a workspace folder. @param folder its absolute path or its address */
  async addFolder(folder: string): Promise<void> {
    const added = [workspaceFolder(folder)];
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added, removed: [] },
    });
  }

  /** Tells of files that changed on disk. */
  async filesChanged(changes: Record<string, FileChangeType>): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: Object.entries(changes).map(([file, type]) => ({ uri: pathToFileURL(file).href, type })),
    });
  }

  /** @param section the settings for a server that does not ask for them */
  async settingsChanged(section: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { cancellation: section },
    });
  }

  /** Ends the server without a word, if it still runs. */
  async kill(): Promise<void> {
    this.server.child.kill('SIGKILL');
    await this.server.exitCode;
  }

  /** Says goodbye as the protocol wants it. @returns the server's exit code */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.server.exitCode;
  }
}

function workspaceFolder(place: string): WorkspaceFolder {
  return { uri: addressOf(place), name: path.basename(place) };
}

function addressOf(place: string): string {
  return path.isAbsolute(place) ? pathToFileURL(place).href : place;
}
