import type { LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import { CrashHandler } from './crash-handler.js';
import { documentSelector } from './document-selector.js';
import { initializationOptions } from './editor-state.js';

/** What every client of the server has in common, wherever the server runs. */
export interface ClientContext {
  /** Takes what the server and the client have to say. */
  log: LogOutputChannel;
  /** Is called when the server has ended too often and is not started again. */
  onLastEnd: () => void;
}

/** @returns how a client goes about it: what goes wrong is for the log, but for a server that ends again and again */
export function clientOptions({ log, onLastEnd }: ClientContext): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new CrashHandler(onLastEnd),
    initializationFailedHandler: () => false,
  };
}
