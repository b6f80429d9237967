import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { generatedProject } from '../bench/server/bench-projects.js';
import { LspClient } from '../support/lsp/lsp-client.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { swallowing } from '../support/lsp/swallowing.js';
import { memoryOf, processorTimeOf } from './process-figures.js';

/** What a server is like under some load; times in milliseconds. */
export type Figures = [title: string, value: string][];

/** So long is the file that is saved, and so often. */
const longFile = { lines: 3000, saves: 20 };

/** So often is something called off. */
const cancellations = 60;

/** How long a server is watched that has nothing to do. */
const idle = 20_000;

/** @returns how long saves of a file of 3,000 lines take, and how fast cancelled work makes room */
export async function loadFigures(): Promise<Figures> {
  const client = await LspClient.start();
  try {
    const functions = longFile.lines / swallowing.code.trimEnd().split('\n').length;
    const parts = Array.from({ length: Math.ceil(functions) }, (_, index) =>
      swallowing.code.replace('load(', `load${String(index)}(`),
    );
    const document = await client.open('/nowhere/long.ts', parts.join(''));
    const small = await client.open('/nowhere/small.ts', swallowing.code);
    await document.diagnostics();
    await small.diagnostics();
    return [...(await saveFigures(document)), ...(await cancelFigures(client, document, small))];
  } finally {
    await client.kill();
  }
}

async function saveFigures(document: LspDocument): Promise<Figures> {
  const own: number[] = [];
  const foreign: number[] = [];
  for (let save = 0; save < longFile.saves; save++) {
    await document.replace('load', 'loads');
    // Both are asked for when the engine has the new text before it.
    const [ownTime, foreignTime] = await Promise.all([
      timed(() => document.actionsAt('export', { only: ['source.fixAll.cancellation'], triggerKind: 2 })),
      timed(() => document.actionsAt('export', { only: ['source.organizeImports'], triggerKind: 2 })),
    ]);
    own.push(ownTime);
    foreign.push(foreignTime);
  }
  const lines = document.text.split('\n').length;
  return [
    [`save action, file of ${String(lines)} lines`, spread(own)],
    ['the same, of a kind that is not ours', spread(foreign)],
  ];
}

/** A cancelled check of the long file: when it is answered, and when the engine is free for the small one. */
async function cancelFigures(client: LspClient, document: LspDocument, small: LspDocument): Promise<Figures> {
  const answered: number[] = [];
  const free: number[] = [];
  for (let index = 0; index < cancellations; index++) {
    await document.replace('load', 'loads');
    await small.replace('load', 'loads');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: document.uri } };
    const cancelled = client.connection
      .sendRequest('textDocument/diagnostic', params, source.token)
      .catch(() => undefined);
    await setTimeout(index * 2);
    source.cancel();
    const [answerTime, freeTime] = await Promise.all([
      timed(() => cancelled),
      timed(() => small.diagnostics()),
    ]);
    answered.push(answerTime);
    free.push(freeTime);
  }
  const alone: number[] = [];
  for (let index = 0; index < cancellations; index++) {
    await small.replace('load', 'loads');
    alone.push(await timed(() => small.diagnostics()));
  }
  return [
    ['a cancelled check is answered after', spread(answered)],
    ['another, small document is checked after', spread(free)],
    ['the same, where nothing was cancelled', spread(alone)],
  ];
}

/**
 * @returns what a server takes that has nothing to do, in a repository of so many files
 * @throws the signal's reason when it aborts
 */
export async function idleFigures(files: number, signal: AbortSignal): Promise<Figures> {
  const project = await generatedProject(files);
  const client = await LspClient.start({ folders: [project.folder] });
  try {
    const { pid } = client.server.child;
    for (const file of project.files) {
      const name = path.join(project.folder, file);
      const document = await client.open(name, await readFile(name, { encoding: 'utf8', signal }));
      await document.diagnostics();
    }
    // What is left to collect of the garbage is no idling yet.
    await setTimeout(idle / 2, undefined, { signal });
    const [time, memory] = [processorTimeOf(pid), memoryOf(pid)];
    await setTimeout(idle, undefined, { signal });
    const share = (processorTimeOf(pid) - time) / idle;
    return [
      [`idle, ${String(files)} files, processor`, `${(100 * share).toFixed(2)} %`],
      [
        `idle, ${String(files)} files, memory`,
        `${memory.toFixed(0)} MB, then ${memoryOf(pid).toFixed(0)} MB`,
      ],
    ];
  } finally {
    await client.kill();
    await rm(project.folder, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return `p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, longest ${at(1).toFixed(1)} ms`;
}
