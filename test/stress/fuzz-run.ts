import { rm } from 'node:fs/promises';
import { MessageType, type ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { compareWithFresh } from './compare.js';
import { memoryOf } from './process-figures.js';
import { Random } from './random.js';
import { StressClient } from './stress-client.js';
import { stressProject } from './stress-project.js';
import { takeStep } from './stress-steps.js';
import { StressWorld } from './stress-world.js';

export interface FuzzOptions {
  seed: number;
  steps: number;
  /** After so many steps, the server is compared with one that is started anew. */
  comparedEvery: number;
  capabilities: ClientCapabilities;
  /** Is told how far the run has come. */
  onProgress?: (words: string) => void;
}

export interface FuzzOutcome {
  /** What must not happen and did, each with its step. */
  complaints: string[];
  /** What the server took at each comparison, in MB. */
  memory: number[];
  /** How many findings were compared. */
  findings: number;
  requests: number;
  cancelled: number;
}

/** As much may wait to be collected, in MB. */
const mostGarbage = 400;

/** So many documents are open at first. */
const openAtFirst = 10;

/** Uses a server as nobody would, in an order that the seed decides, until something goes wrong or all steps are done. */
export async function fuzzRun(options: FuzzOptions): Promise<FuzzOutcome> {
  const project = await stressProject();
  const client = await StressClient.start(project.folder, options.capabilities);
  const outcome: FuzzOutcome = { complaints: [], memory: [], findings: 0, requests: 0, cancelled: 0 };
  try {
    const world = new StressWorld(project, client);
    await runSteps(world, options, outcome);
    await client.lsp.stop();
    const errors = await client.lsp.server.errors;
    if (errors !== '') outcome.complaints.push(`standard error: ${errors}`);
  } finally {
    await client.lsp.kill();
    await rm(project.folder, { recursive: true });
  }
  return { ...outcome, ...client.counts };
}

async function runSteps(world: StressWorld, options: FuzzOptions, outcome: FuzzOutcome): Promise<void> {
  const { seed, steps, comparedEvery, onProgress = () => undefined } = options;
  const { client } = world;
  for (const file of world.sources.slice(0, openAtFirst)) await world.openDocument(file);
  for (let step = 1; step <= steps && outcome.complaints.length === 0; step++) {
    await takeStep(world, new Random(seed, step));
    const isCompared = step % comparedEvery === 0 || step === steps;
    if (isCompared) await client.rest();
    const found = [...client.complaints.splice(0), ...errorsOf(client)];
    if (isCompared && found.length === 0) {
      outcome.memory.push(memoryOf(client.lsp.server.child.pid));
      const { complaints, findings } = await compareWithFresh(world, seed + step);
      found.push(...complaints, ...growthOf(outcome.memory));
      outcome.findings += findings;
      onProgress(
        `step ${String(step)}: ${String(world.open.size)} documents open, ${String(findings)} findings, ${outcome.memory.at(-1)?.toFixed(0) ?? ''} MB`,
      );
    }
    outcome.complaints.push(...found.map((words) => `seed ${String(seed)}, step ${String(step)}: ${words}`));
  }
}

/** What the server logged or showed as its own mistake. */
function errorsOf({ lsp: { messages } }: StressClient): string[] {
  return [...messages.logged.all, ...messages.shown.all].flatMap(({ type, message }) =>
    type === MessageType.Error ? message : [],
  );
}

/** Memory that was used once may stay, but does not go on growing. */
function growthOf(memory: readonly number[]): string[] {
  const [first = 0] = memory;
  const last = memory.at(-1) ?? 0;
  const isTooMuch = last > 2 * first + mostGarbage;
  return isTooMuch ? [`the memory grew from ${first.toFixed(0)} to ${last.toFixed(0)} MB`] : [];
}
