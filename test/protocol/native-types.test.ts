import path from 'node:path';
import { MessageType } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import { startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// What it does where TypeScript 7.1 is installed, test/native tells.
it('takes its own TypeScript where the workspace has none that is native, and says so once', async () => {
  const folder = await temporaryFolder({
    'tsconfig.json': '{}',
    'job.ts': jobModule('string'),
    'run.ts': runningJob,
    'again.ts': runningJob,
  });
  const client = await startClient({
    folders: [folder],
    settings: () => ({ types: { engine: 'native' } }),
    initializationOptions: { trusted: true },
  });
  for (const name of ['run.ts', 'again.ts']) {
    const document = await client.open(path.join(folder, name), runningJob);
    expect(await document.diagnostics()).toEqual([]);
  }
  const said = client.messages.logged.all.filter(({ message }) => message.includes('Native types'));
  expect(said).toEqual([
    {
      type: MessageType.Warning,
      message: expect.stringMatching(
        /^Native types take TypeScript 7\.1, .* The TypeScript that comes along gives the types\.$/,
      ) as string,
    },
  ]);
});
