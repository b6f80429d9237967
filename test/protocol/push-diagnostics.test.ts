import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plain, waiting } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { markedPlaces } from '../support/lsp/marked-places.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

describe('diagnostics for a client that waits for them', () => {
  const client = sharedClient({ capabilities: waiting });

  it('come with the version that they are for, and go when the finding does', async () => {
    const document = await client().open('/nowhere/load.ts', swallowing.code);
    const { diagnostics } = await document.published();
    expect(diagnostics).toMatchObject([
      { code: swallowingRule, range: markedPlaces(swallowing)[0], relatedInformation: [{}] },
    ]);

    await document.replace('return undefined', 'throw error');
    expect((await document.published()).diagnostics).toEqual([]);
  });

  it('are taken back when the document is closed', async () => {
    const document = await client().open('/nowhere/closed.ts', swallowing.code);
    await document.published();
    await document.close();
    const { published } = client().messages;
    await published.first(({ uri, diagnostics }) => uri === document.uri && diagnostics.length === 0);
  });

  it('follow an edit of another document', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': jobModule('string'),
      'run.ts': runningJob,
    });
    const job = await client().open(path.join(folder, 'job.ts'), jobModule('string'));
    const importing = await client().open(path.join(folder, 'run.ts'), runningJob);
    await importing.published({ count: 0 });

    const before = client().messages.published.all.length;
    await job.replace('string', 'AbortSignal');
    const { diagnostics } = await importing.published({ count: 1, from: before });
    expect(diagnostics).toMatchObject([{ code: swallowingRule }]);
  });
});

describe('an old client, which watches no files and keeps no data', () => {
  it('gets nothing that it could stumble over', async () => {
    const client = await startClient({ capabilities: plain });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const { diagnostics } = await document.published();
    expect(diagnostics).toMatchObject([{ code: swallowingRule }]);
    expect(diagnostics[0]).not.toHaveProperty('relatedInformation');
    expect(diagnostics[0]).not.toHaveProperty('codeDescription');
  });

  it('sees at the next edit what changed on disk', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': jobModule('string'),
      'run.ts': runningJob,
    });
    const client = await startClient({ capabilities: plain });
    const document = await client.open(path.join(folder, 'run.ts'), runningJob);
    await document.published({ count: 0 });

    await writeFiles(folder, { 'job.ts': jobModule('AbortSignal') });
    await document.replace('https:', 'http:');
    const { diagnostics } = await document.published({ count: 1 });
    expect(diagnostics).toMatchObject([{ code: swallowingRule }]);
  });
});
