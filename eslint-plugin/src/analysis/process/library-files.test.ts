import path from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.js';
import { temporaryFolder } from '../../../../test/support/temporary-folder.js';

const code = `
  process.once('SIGTERM', () => process.exit(0));
  export const name = 'agent';
`;

/** What no-signal-handler-in-library says of a file of a package. */
async function findingsIn(manifest: unknown, file: string, text = code): Promise<(string | undefined)[]> {
  const folder = await temporaryFolder(manifest ? { 'package.json': JSON.stringify(manifest) } : {});
  const messages = new Linter({ cwd: folder }).verify(
    text,
    [
      {
        files: ['**/*.js'],
        plugins: { cancellation: plugin },
        rules: { 'cancellation/no-signal-handler-in-library': 'error' },
      },
    ],
    path.join(folder, file),
  );
  return messages.map(({ messageId }) => messageId);
}

const library = { name: 'agent', exports: './dist/index.js', bin: { agent: './dist/agent.js' } };

describe('a file of a package', () => {
  it('belongs to a library where the package has an entry', async () => {
    expect(await findingsIn(library, 'dist/index.js')).toEqual(['atImport', 'success']);
    expect(await findingsIn({ name: 'agent', main: 'index.js' }, 'index.js')).toHaveLength(2);
  });

  it('belongs to none where nobody can import the package', async () => {
    expect(await findingsIn({ ...library, private: true }, 'dist/index.js')).toEqual([]);
    expect(await findingsIn({ name: 'agent' }, 'index.js')).toEqual([]);
    expect(await findingsIn(undefined, 'index.js')).toEqual([]);
  });

  it('is an executable where it is listed, called or begun like one', async () => {
    expect(await findingsIn(library, 'dist/agent.js')).toEqual([]);
    expect(await findingsIn(library, 'dist/cli.js')).toEqual([]);
    expect(await findingsIn(library, 'bin/stop.js')).toEqual([]);
    expect(await findingsIn(library, 'dist/index.js', `#!/usr/bin/env node${code}`)).toEqual([]);
  });

  it('is no part of a library where it exports nothing', async () => {
    expect(
      await findingsIn(library, 'dist/index.js', "process.on('SIGINT', () => process.exit(0));"),
    ).toEqual([]);
  });
});
