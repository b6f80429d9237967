import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { settingsSection } from '../protocol.js';
import type { Feature, Session } from '../session/session.js';

/** Follows changes of the client's settings. */
export function configuration({ connection, client, settings, checks }: Session): Feature {
  connection.onDidChangeConfiguration((change) => {
    const all = change.settings as Partial<Record<string, unknown>> | null | undefined;
    settings.change(all?.[settingsSection]);
    checks.outdate();
  });
  return {
    capabilities: {},
    async onInitialized() {
      if (!client.registersConfiguration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    },
  };
}
