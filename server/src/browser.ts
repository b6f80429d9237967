import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { browserPlatform } from './platform/browser-platform.js';
import { startServer } from './server.js';

// The server as a worker of a browser, which talks by messages with whoever has started it.
const [reader, writer] = [new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)];
const connection = createConnection(ProposedFeatures.all, reader, writer);
startServer(connection, browserPlatform);
// Whoever waits until the worker is loaded hears of it; clients ignore what begins with `$/` and is new to them.
void connection.sendNotification('$/cancellation/loaded');
