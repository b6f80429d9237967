import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NativeTypeScript } from '../../server/src/engine/native/native-typescript.js';
import { runCommand } from '../cli/run-command.js';
import { filesIn, typedSources } from '../cli/typed-project.js';
import { startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { ended, nativeChildrenOf } from './child-processes.js';
import { installedNative } from './installed-native.js';

let native: NativeTypeScript;

beforeAll(async () => {
  native = await installedNative();
});

/** A folder in which TypeScript 7.1 is installed as a project on TypeScript 6 has it beside that. */
async function folderWithNative(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder(files);
  const scope = path.join(folder, 'node_modules', '@typescript');
  await mkdir(scope, { recursive: true });
  await symlink(native.folder, path.join(scope, 'native'));
  return folder;
}

const settings = () => ({ types: { engine: 'native' } });

async function startServer(isTrusted: boolean) {
  const files = { 'tsconfig.json': '{}', 'job.ts': jobModule('string'), 'run.ts': runningJob };
  const folder = await folderWithNative(files);
  const initializationOptions = { trusted: isTrusted };
  const client = await startClient({ folders: [folder], settings, initializationOptions });
  const document = await client.open(path.join(folder, 'run.ts'), runningJob);
  const job = path.join(folder, 'job.ts');
  const command = 'cancellation.debugInformation';
  const debugInformation = async () =>
    String(await client.connection.sendRequest(ExecuteCommandRequest.type, { command }));
  return { client, document, job, debugInformation };
}

describe('the server', () => {
  it('takes types from TypeScript 7.1, says so, and ends its process in the end', async () => {
    const { client, document, job, debugInformation } = await startServer(true);
    expect(await document.diagnostics()).toEqual([]);
    const imported = await client.open(job, jobModule('AbortSignal'));
    expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
    await imported.close();
    expect(await document.diagnostics()).toEqual([]);
    expect(await debugInformation()).toContain(`; the types are from ${native.version}`);
    const [child = 0] = nativeChildrenOf(client.server.child.pid);
    expect(await client.stop()).toBe(0);
    await ended(child);
  });

  it('leaves no process behind when it is killed', async () => {
    const { client, document } = await startServer(true);
    expect(await document.diagnostics()).toEqual([]);
    const [child = 0] = nativeChildrenOf(client.server.child.pid);
    await client.kill();
    await ended(child);
  });

  it('ends when it is told to though that process does not answer', async () => {
    const { client, document } = await startServer(true);
    expect(await document.diagnostics()).toEqual([]);
    const [child = 0] = nativeChildrenOf(client.server.child.pid);
    process.kill(child, 'SIGSTOP');
    await document.replace('return undefined;', 'return void 0;');
    const unanswered = document.diagnostics().catch(() => 'none');
    expect(await client.stop()).toBe(0);
    expect(await unanswered).toBe('none');
    await ended(child);
  });

  it('goes on when that process is killed', async () => {
    const { client, document } = await startServer(true);
    expect(await document.diagnostics()).toEqual([]);
    const [child = 0] = nativeChildrenOf(client.server.child.pid);
    process.kill(child, 'SIGKILL');
    await document.replace('return undefined;', 'return void 0;');
    expect(await document.diagnostics()).toEqual([]);
    const again = nativeChildrenOf(client.server.child.pid);
    expect(again).toHaveLength(1);
    expect(again).not.toContain(child);
    const { message } = await client.messages.logged.first(({ message }) =>
      message.includes('started again'),
    );
    expect(message).toContain(`TypeScript ${native.version} in ${native.folder} has failed`);
  });

  it('runs nothing of a workspace that is not trusted', async () => {
    const { client, document } = await startServer(false);
    expect(await document.diagnostics()).toEqual([]);
    expect(nativeChildrenOf(client.server.child.pid)).toEqual([]);
    const { message } = await client.messages.logged.first(({ message }) => message.includes('not trusted'));
    expect(message).toMatch(/its TypeScript is not run\. The TypeScript that comes along gives the types\.$/);
  });
});

describe('the shell command', () => {
  it('finds the same with native types', async () => {
    const cwd = await folderWithNative({
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "noEmit": true }, "include": ["src"] }',
      ...filesIn('src', typedSources),
    });
    const own = await runCommand(['check', '--format', 'json'], { cwd });
    const other = await runCommand(['check', '--format', 'json', '--types', 'native'], { cwd });
    expect(own).toMatchObject({ code: 1, stderr: '' });
    expect(other).toEqual(own);
  });
});
