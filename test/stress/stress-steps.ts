import type { Random } from './random.js';
import type { StressWorld } from './stress-world.js';
import {
  changeConfiguration,
  changeFiles,
  changeSettings,
  closeDocument,
  editDocument,
  openDocument,
  undo,
} from './world-changes.js';
import { askStatus, hover, pull, runCommand, save, useActions } from './world-questions.js';

/** What a step does, and how often. */
const steps = {
  edit: { weight: 40, run: editDocument },
  undo: { weight: 24, run: undo },
  open: { weight: 7, run: openDocument },
  close: { weight: 2, run: closeDocument },
  pull: { weight: 16, run: pull },
  actions: { weight: 8, run: useActions },
  hover: { weight: 6, run: hover },
  command: { weight: 4, run: runCommand },
  status: { weight: 2, run: askStatus },
  save: { weight: 3, run: save },
  disk: { weight: 3, run: changeFiles },
  configure: { weight: 1, run: changeConfiguration },
  settings: { weight: 1, run: changeSettings },
  rest: { weight: 4, run: ({ client }: StressWorld) => client.rest() },
};

const weights = Object.fromEntries(
  Object.entries(steps).map(([name, { weight }]) => [name, weight]),
) as Record<keyof typeof steps, number>;

/** Does one thing by chance, without waiting for what the server has to say. */
export async function takeStep(world: StressWorld, random: Random): Promise<void> {
  await steps[random.weighted(weights)].run(world, random);
}
