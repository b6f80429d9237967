import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { FileChange } from '../engine/engine.js';
import { installationRecords } from '../engine/projects/installation-record.js';
import { sourceExtensions } from '../engine/source-file-names.js';
import type { Feature, Session } from '../session/session.js';

const kinds: Record<FileChangeType, FileChange['kind']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Hears of changes on disk, in sources and in what configures them. */
export function watchedFiles({
  connection,
  client,
  engine,
  eslintConfigs,
  checks,
  closedFindings,
}: Session): Feature {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const onDisk = changes.flatMap(changeOf);
    const isFound = engine.filesChanged(onDisk);
    const isConfigured = eslintConfigs.filesChanged(onDisk.map(({ file }) => file));
    for (const { uri } of changes) void closedFindings.clear(uri);
    if (isFound || isConfigured) checks.outdate();
  });
  return {
    capabilities: {},
    async onInitialized() {
      if (!client.watchesFiles) return;
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: `**/*.{${[...sourceExtensions, 'json'].join(',')}}` },
          { globPattern: `**/node_modules/{${installationRecords.join(',')}}` },
        ],
      });
    },
  };
}

function changeOf({ uri, type }: FileEvent): FileChange[] {
  const { scheme, fsPath } = URI.parse(uri);
  return scheme === 'file' ? [{ file: fsPath, kind: kinds[type] }] : [];
}
