import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { settingsSection } from '../protocol.js';
import type { Feature, Session } from '../session/session.js';

/** Follows changes of the client's settings. */
export function configuration({ connection, client, log, settings, checks }: Session): Feature {
  async function followLogLevel(): Promise<void> {
    log.level = (await settings.ofServer()).log.level;
  }

  connection.onDidChangeConfiguration((change) => {
    const all = change.settings as Partial<Record<string, unknown>> | null | undefined;
    settings.change(all?.[settingsSection]);
    checks.outdate();
    void followLogLevel();
  });
  return {
    capabilities: {},
    async onInitialized() {
      if (client.registersConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: settingsSection,
        });
      await followLogLevel();
    },
  };
}
