import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, type ClientContext } from './client-options.js';

/**
 * A client that has not started yet. Its server runs on the editor's own Node, talks over standard input and output
 * as it does with other editors, and says itself which files and settings it wants to hear of.
 *
 * @param module the server's file
 */
export function createClient(module: string, context: ClientContext): LanguageClient {
  return new QuietClient(
    'cancellation',
    'Async Cancellation',
    { module, transport: TransportKind.stdio },
    clientOptions(context),
  );
}

/** Shows nothing itself of what goes wrong, since whoever starts it does. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
