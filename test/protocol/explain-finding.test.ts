import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { textIn } from '../support/lsp/text-positions.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';

const program = `export async function main(): Promise<void> {
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  process.once('SIGINT', () => controller.abort());
  await load('https://example.org', { signal: controller.signal });
}

async function load(url: string, options: { signal: AbortSignal }): Promise<unknown> {
  const limited = AbortSignal.any([options.signal, AbortSignal.timeout(90_000)]);
  try {
    return await fetch(url, { signal: limited });
  } catch {
    return undefined;
  }
}
`;

interface Step {
  uri: string;
  range: Parameters<typeof textIn>[1];
  message: string;
}

/** @returns the steps as the text of their places and what they say */
async function stepsOf(document: LspDocument): Promise<[string, string][]> {
  const [finding] = await document.diagnostics();
  const steps = (await document.explain(finding)) as Step[];
  expect(steps.every(({ uri }) => uri === document.uri)).toBe(true);
  return steps.map(({ range, message }) => [textIn(document.text, range), message]);
}

describe('the command that explains a finding', () => {
  const client = sharedClient();

  it('is announced', () => {
    const { executeCommandProvider } = client().initializeResult.capabilities;
    expect(executeCommandProvider?.commands).toContain('cancellation.explainFinding');
  });

  it('follows the signal from where it is made to the finding', async () => {
    const document = await client().open('/nowhere/path.ts', program);
    const [finding] = await document.diagnostics();
    expect(await stepsOf(document)).toEqual([
      ['new AbortController()', 'The controller is made here.'],
      ['load', '`load` is given the signal here.'],
      ['options', '`load` receives the signal here.'],
      [
        'AbortSignal.any([options.signal, AbortSignal.timeout(90_000)])',
        'The signal is combined with others here.',
      ],
      ['fetch', '`fetch` is given the signal here.'],
      ['catch', finding?.message],
    ]);
  });

  it('takes the code and the range of the finding', async () => {
    const document = await client().open('/nowhere/short.ts', program);
    const [finding] = await document.diagnostics();
    const { code, range } = finding ?? {};
    expect(await document.explain({ code, range })).toEqual(await document.explain(finding));
  });

  it('follows the unsaved text, and knows the version that it is asked about', async () => {
    const document = await client().open('/nowhere/edited.ts', program);
    const [finding] = await document.diagnostics();
    await document.replace('fetch(url,', 'get(url,');
    expect(await document.explain(finding, document.version - 1)).toBeNull();
    expect(await stepsOf(document)).toContainEqual(['get', '`get` is given the signal here.']);
  });

  it('returns null for a finding that is not there, and for a document that is not open', async () => {
    const document = await client().open('/nowhere/unknown.ts', program);
    const [finding] = await document.diagnostics();
    expect(await document.explain({ ...finding, code: 'cancellation/no-wrong-signal' })).toBeNull();
    await document.close();
    expect(await document.explain(finding)).toBeNull();
  });

  it('uses the types', async () => {
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'job.ts': jobModule('AbortSignal') });
    const document = await client().open(path.join(folder, 'run.ts'), runningJob);
    expect((await stepsOf(document)).map(([place]) => place)).toEqual(['job', 'fetch', 'catch']);
  });

  it.each([
    ['nothing', []],
    ['no finding', [{ uri: 'file:///nowhere/a.ts', version: 1 }]],
    ['no range', [{ uri: 'file:///nowhere/a.ts', version: 1, finding: { code: 'x', range: {} } }]],
  ])('says what it takes when it is given %s', async (_, args) => {
    const request = client().connection.sendRequest('workspace/executeCommand', {
      command: 'cancellation.explainFinding',
      arguments: args,
    });
    await expect(request).rejects.toThrow(
      'cancellation.explainFinding takes { uri, version, finding: { code, range } }.',
    );
  });

  it('is not mistaken for a command that there is not', async () => {
    const request = client().connection.sendRequest('workspace/executeCommand', {
      command: 'cancellation.no',
    });
    await expect(request).rejects.toThrow('There is no command cancellation.no.');
  });
});
