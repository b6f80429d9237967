import type {
  CodeAction,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { positionAt } from '../support/lsp/text-positions.js';
import type { Random } from './random.js';
import { anyOpen, change, type OpenDocument, type StressWorld } from './stress-world.js';

/** Asks for the diagnostics of a document, or of all that are open, as editors do after an edit. */
export async function pull(world: StressWorld, random: Random): Promise<void> {
  const all = [...world.open.values()];
  const asked = all.length === 0 || random.isLucky(0.3) ? all : [random.pick(all)];
  for (const opened of asked) await world.client.run(pullOne(world, opened, random));
}

async function pullOne({ client }: StressWorld, opened: OpenDocument, random: Random): Promise<void> {
  const { resultId: previousResultId } = opened.reported;
  const textDocument = { uri: opened.document.uri };
  const report = await client.ask<DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    { textDocument, ...(previousResultId && { previousResultId }) },
    { random },
  );
  if (report?.kind === 'full') opened.reported = { resultId: report.resultId, items: report.items };
}

/** Asks for code actions, and applies one. */
export async function useActions(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (!opened) return;
  const { items } = opened.reported;
  const diagnostics = items.length > 0 && random.isLucky(0.8) ? [random.pick(items)] : [];
  const range = diagnostics[0]?.range ?? anyRange(opened, random);
  const context = { diagnostics, triggerKind: random.isLucky(0.3) ? 2 : 1 };
  await world.client.run(listAndApply(world, opened, { random, range, context }));
}

/** Saves a document, with its fixes. */
export async function save(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (!opened) return;
  const { file, document } = opened;
  const context = { diagnostics: [], only: ['source.fixAll.cancellation'], triggerKind: 2 };
  await world.client.run(listAndApply(world, opened, { random, range: anyRange(opened, random), context }));
  await world.changeDisk(new Map([[file, document.text]]));
}

interface ActionChoice {
  random: Random;
  range: Range;
  context: { diagnostics: readonly Diagnostic[]; only?: string[]; triggerKind: number };
}

async function listAndApply(
  { client }: StressWorld,
  opened: OpenDocument,
  { random, ...params }: ActionChoice,
): Promise<void> {
  const { document } = opened;
  const textDocument = { uri: document.uri };
  const listed = await client.ask<(CodeAction | Command)[]>(
    'textDocument/codeAction',
    { textDocument, ...params },
    { random },
  );
  if (!listed || listed.length === 0) return;
  const chosen = random.pick(listed) as CodeAction;
  const isResolved = chosen.edit !== undefined || chosen.command !== undefined;
  const action = isResolved ? chosen : await client.ask<CodeAction>('codeAction/resolve', chosen, { random });
  const [edited] = action?.edit?.documentChanges ?? [];
  // An editor does not apply what was made for another version.
  if (!edited || !('edits' in edited) || edited.textDocument.version !== document.version) return;
  await change(opened, edited.edits as TextEdit[]);
}

/** Asks what stands at a place. */
export async function hover(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  if (!opened) return;
  const { start: position } = anyRange(opened, random);
  const textDocument = { uri: opened.document.uri };
  await world.client.run(
    ignored(world.client.ask('textDocument/hover', { textDocument, position }, { random })),
  );
}

/** Runs one of the commands. */
export async function runCommand(world: StressWorld, random: Random): Promise<void> {
  const opened = anyOpen(world, random);
  const { client } = world;
  const finding = opened && opened.reported.items.length > 0 ? random.pick(opened.reported.items) : undefined;
  const name = random.weighted({
    explainFinding: 9,
    openRulePage: 2,
    debugInformation: 2,
    checkWorkspace: 1,
  });
  if ((name === 'explainFinding' || name === 'openRulePage') && !finding) return;
  const args = {
    explainFinding: [{ uri: opened?.document.uri, version: opened?.document.version, finding }],
    openRulePage: [finding?.code],
    debugInformation: [],
    checkWorkspace: [],
  };
  const params = { command: `cancellation.${name}`, arguments: args[name] };
  await client.run(ignored(client.ask('workspace/executeCommand', params, { random })));
}

/** Asks how a document is checked. */
export async function askStatus(world: StressWorld, random: Random): Promise<void> {
  const uri = anyOpen(world, random)?.document.uri;
  if (uri !== undefined)
    await world.client.run(ignored(world.client.ask('cancellation/status', { uri }, { random })));
}

function anyRange({ document: { text } }: OpenDocument, random: Random): Range {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(30));
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

async function ignored(answer: Promise<unknown>): Promise<void> {
  await answer;
}
