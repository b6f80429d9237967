import { expect, inject } from 'vitest';
import type { EditorWindow } from './editor-window.js';
import { swallowing } from './samples.js';
import { serverProcesses } from './server-processes.js';
import { scenarioIn } from './workbench.js';

const scenario = scenarioIn({ files: { 'load.ts': swallowing }, file: 'load.ts' });

/** The processes that have served the window before. */
const before = new Set<number>();

/** Waits for a server that is not one of those before, and for what it finds. @returns its process */
async function newServer(window: EditorWindow): Promise<number> {
  const found = async () => {
    const processes = await serverProcesses(inject('extension'));
    return processes.length === 1 ? processes.find((id) => !before.has(id)) : undefined;
  };
  await expect.poll(found).toBeDefined();
  const server = (await found()) ?? 0;
  before.add(server);
  await window.underlines('error').waitFor();
  return server;
}

/** Ends a server without a word, and waits until what it has found is gone. */
async function kill(server: number, window: EditorWindow): Promise<void> {
  const gone = window.underlines('error').waitFor({ state: 'detached' });
  process.kill(server, 'SIGKILL');
  await gone;
}

async function restart(window: EditorWindow): Promise<number> {
  await window.underlines('error').waitFor();
  for (const server of await serverProcesses(inject('extension'))) before.add(server);
  await window.runCommand('Async Cancellation: Restart Server');
  return newServer(window);
}

scenario('the command that restarts the server brings the findings back', async ({ window }) => {
  await restart(window);
  expect(await window.notifications.texts()).toEqual([]);
});

scenario('a server that is killed comes back by itself, and the findings with it', async ({ window }) => {
  await kill(await restart(window), window);
  await newServer(window);
  expect(await window.notifications.texts()).toEqual([]);
});

scenario(
  'a server that ends five times stays away, and one message offers to restart it',
  async ({ window }) => {
    await kill(await restart(window), window);
    for (let ends = 1; ends < 5; ends++) await kill(await newServer(window), window);
    const message =
      'Async Cancellation: the language server has ended five times within three minutes and is not started again.';
    await (await window.notifications.saying(message)).waitFor();
    expect(await window.notifications.texts()).toEqual([message]);
    expect(await serverProcesses(inject('extension'))).toEqual([]);
    await window.notifications.answer(message, 'Restart');
    await newServer(window);
  },
);
