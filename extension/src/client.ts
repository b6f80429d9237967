import type { LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { initializationOptions } from './editor-state.js';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** The documents that the server checks. */
export const documentSelector = ['file', 'untitled'].flatMap((scheme) =>
  languages.map((language) => ({ scheme, language })),
);

/**
 * A client that has not started yet. Its server runs on the editor's own Node, talks over standard input and output
 * as it does with other editors, and says itself which files and settings it wants to hear of.
 *
 * @param module the server's file
 * @param log takes what the server and the client have to say
 */
export function createClient(module: string, log: LogOutputChannel): LanguageClient {
  return new LanguageClient(
    'cancellation',
    'Async Cancellation',
    { module, transport: TransportKind.stdio },
    { documentSelector, initializationOptions, outputChannel: log },
  );
}
