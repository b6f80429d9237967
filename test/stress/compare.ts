import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { asking } from '../support/lsp/client-capabilities.js';
import { LspClient } from '../support/lsp/lsp-client.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { positionAt } from '../support/lsp/text-positions.js';
import { Random } from './random.js';
import type { StressWorld } from './stress-world.js';

/** What the comparison of two servers came to. */
export interface Comparison {
  /** Where they disagree, in words. */
  complaints: string[];
  /** How many findings both were asked for. */
  findings: number;
}

/** What a server says of an open document. */
interface Answers {
  diagnostics: object[];
  hovers: (Hover | null)[];
}

/** So many places of each document are asked about. */
const hoversEach = 2;

/**
 * Asks the server of a world, and one that is started anew with the same files, texts and settings.
 *
 * @param seed decides at which places both are asked
 */
export async function compareWithFresh(world: StressWorld, seed: number): Promise<Comparison> {
  const fresh = await LspClient.start({
    folders: [world.project.folder],
    capabilities: asking,
    settings: () => world.settings,
  });
  try {
    const comparison: Comparison = { complaints: [], findings: 0 };
    const { complaints } = comparison;
    const opened = new Map<string, LspDocument>();
    for (const [file, { document }] of world.open)
      opened.set(file, await fresh.open(world.absolute(file), document.text));
    for (const [file, document] of opened) {
      const old = await answersOf(world.client.lsp, world.open.get(file)?.document ?? document, seed);
      const expected = await answersOf(fresh, document, seed);
      comparison.findings += expected.diagnostics.length;
      if (!isDeepStrictEqual(old.diagnostics, expected.diagnostics))
        complaints.push(`${file}: ${shown(old.diagnostics)} instead of ${shown(expected.diagnostics)}`);
      if (!isDeepStrictEqual(old.hovers, expected.hovers))
        complaints.push(`${file}: hovers ${shown(old.hovers)} instead of ${shown(expected.hovers)}`);
    }
    return comparison;
  } finally {
    await fresh.kill();
  }
}

async function answersOf(client: LspClient, document: LspDocument, seed: number): Promise<Answers> {
  // Who is told later what types say waits for them first.
  await document.awaitTypes();
  const random = new Random(seed, document.text.length);
  const hovers: (Hover | null)[] = [];
  for (let index = 0; index < hoversEach; index++) {
    const position = positionAt(document.text, placeOfSignal(document.text, random));
    const params = { textDocument: { uri: document.uri }, position };
    hovers.push(await client.connection.sendRequest<Hover | null>('textDocument/hover', params));
  }
  const diagnostics = (await document.diagnostics()).map(withoutVersion);
  return { diagnostics, hovers };
}

function placeOfSignal(text: string, random: Random): number {
  const places = [...text.matchAll(/signal|controller/gi)].map(({ index }) => index);
  return places.length === 0 ? 0 : random.pick(places);
}

/** The same text has another version in each of the two. */
function withoutVersion({ data, ...diagnostic }: Diagnostic): object {
  return { ...diagnostic, data: { ...(data as object), version: 0 } };
}

function shown(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const each = (value as Partial<Diagnostic>[]).map((item) =>
    item.code === undefined
      ? JSON.stringify(item)
      : `${String(item.code)} at ${String(item.range?.start.line)}:${String(item.range?.start.character)}`,
  );
  return `[${each.join(', ')}]`;
}
