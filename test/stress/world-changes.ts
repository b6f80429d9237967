import type { Random } from './random.js';
import { randomEdit, wholeEdit } from './random-edit.js';
import { moduleText, tsconfigs } from './stress-project.js';
import { anyOpen, change, type StressWorld } from './stress-world.js';

const settings = [
  null,
  null,
  { preset: 'strict' },
  { types: { enable: false } },
  { rules: { 'cancellation/no-swallowed-abort': 'warn', 'cancellation/forward-abort-signal': 'off' } },
  { maximumFileSize: 2 },
  { disableActions: { enable: false }, preset: 'strict', log: { level: 'warn' } },
];

/** Opens a file. */
export async function openDocument(world: StressWorld, random: Random): Promise<void> {
  await world.openDocument(random.pick(world.sources));
}

/** Closes a document. */
export async function closeDocument(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (opened) await world.closeDocument(opened);
}

/** Edits a document at one place. */
export async function editDocument(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (!opened) return;
  const edits = [randomEdit(random, opened.document.text, world.project.pieces)];
  await change(opened, edits);
}

/** Takes back the last edits, or all of them. */
export async function undo(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (!opened || opened.history.length === 0) return;
  const { document, history } = opened;
  const index = random.isLucky(0.6) ? 0 : Math.max(0, history.length - 1 - random.below(4));
  const [text = ''] = history.splice(index);
  await document.edit([wholeEdit(document.text, text)]);
}

/** One file of another program, or as many as a change of the branch takes. */
export async function changeFiles(world: StressWorld, random: Random): Promise<void> {
  const count = random.isLucky(0.2) ? 10 : 1;
  const texts = new Map<string, string | undefined>();
  for (let index = 0; index < count; index++) {
    const file = random.pick(world.sources);
    const kind = random.weighted({ back: 5, module: 2, remove: 2 });
    const text = {
      back: world.firstText(file),
      module: moduleText(random.below(16)),
      remove: undefined,
    };
    texts.set(file, text[kind]);
  }
  await world.changeDisk(texts);
}

/** Gives the project another tsconfig, or none. */
export async function changeConfiguration(world: StressWorld, random: Random): Promise<void> {
  const text = random.isLucky(0.5) ? tsconfigs[0] : random.pick([...tsconfigs, undefined]);
  await world.changeDisk(new Map([['tsconfig.json', text]]));
}

/** Gives the client other settings. */
export async function changeSettings(world: StressWorld, random: Random): Promise<void> {
  await world.changeSettings(random.pick(settings));
}
