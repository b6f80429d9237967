import { beforeAll, onTestFinished } from 'vitest';
import { LspClient, type ClientOptions } from './lsp-client.js';

/** Starts a server for one test, and ends it with the test. */
export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  const client = await LspClient.start(options);
  onTestFinished(() => client.kill());
  return client;
}

/** Starts a server for all tests of a suite, which share nothing but its process; starting takes longer than most tests. */
export function sharedClient(options: ClientOptions = {}): () => LspClient {
  let client: LspClient;
  beforeAll(async () => {
    client = await LspClient.start(options);
    return () => client.kill();
  });
  return () => client;
}
