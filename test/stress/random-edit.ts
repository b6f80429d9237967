import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { positionAt } from '../support/lsp/text-positions.js';
import type { Random } from './random.js';

/** What somebody may have typed so far, most of which does not parse. */
const halfWritten = [
  ...[
    'if (',
    'await ',
    '{',
    '}',
    '(',
    ')',
    'const next = ',
    '.',
    'signal.',
    '`${',
    '/*',
    '*/',
    "'",
    '<',
    'async ',
  ],
  ...[
    '\r',
    '\r\n',
    '\n',
    '\u2028',
    '👩‍👧',
    'try {',
    '} catch {',
    'return ',
    'throw ',
    'export ',
    '@',
    '#!',
    '\t',
  ],
  ...['// cancellation-disable-next-line', '/* eslint-disable */', '// eslint-disable-next-line -- because'],
  ...["import { load1 } from './module-01.js';", "import './missing.js';", 'export * from "./module-02.js";'],
];

/** Words that change what types and rules say where one takes the place of the other. */
const exchanges = [
  // What an interface of a module says decides about findings in those that import it.
  ['signal: AbortSignal;', 'signal: string;'],
  ['signal: AbortSignal;', 'signal: string;'],
  ['signal: AbortSignal;', 'signal: string;'],
  ['AbortSignal', 'string'],
  ['{ signal }', '{}'],
  [', { signal }', ''],
  ['signal?:', 'stop?:'],
  ['await ', ''],
  ['async ', ''],
  ['export ', ''],
  ['throw error', 'return undefined'],
  ['if (signal.aborted) throw error;', ''],
  ['Promise<', 'PromiseLike<'],
  ['./module-', './other-'],
] as const;

/**
 * One edit as a person, or a cat, makes it.
 *
 * @param text the present text
 * @param pieces texts from which something may be pasted
 */
export function randomEdit(random: Random, text: string, pieces: readonly string[]): TextEdit {
  const at = random.below(text.length + 1);
  switch (random.weighted({ exchange: 16, type: 4, remove: 3, removeLine: 3, paste: 2, repeat: 1 })) {
    case 'exchange':
      return exchange(random, text) ?? edit(text, at, at, random.pick(halfWritten));
    case 'type':
      return edit(text, at, at, random.pick(halfWritten));
    case 'remove':
      return edit(text, at, at + random.below(40), '');
    case 'removeLine':
      return edit(text, ...lineAt(text, at), '');
    case 'paste':
      return edit(text, ...lineAt(text, at), linesOf(random, random.pick(pieces)));
    case 'repeat': {
      const [start, end] = lineAt(text, at);
      return edit(text, start, start, text.slice(start, end));
    }
  }
}

/** @returns what replaces one whole text by another */
export function wholeEdit(text: string, newText: string): TextEdit {
  return edit(text, 0, text.length, newText);
}

/** One place where a word of a pair stands gets the other one. */
function exchange(random: Random, text: string): TextEdit | undefined {
  const pair = random.pick(exchanges);
  const [from, to] = random.isLucky(0.5) && pair[1] !== '' ? [pair[1], pair[0]] : pair;
  const before = text.split(from).slice(0, -1);
  if (before.length === 0) return undefined;
  const index = before.slice(0, 1 + random.below(before.length)).join(from).length;
  return edit(text, index, index + from.length, to);
}

function linesOf(random: Random, piece: string): string {
  const lines = piece.split('\n');
  const start = random.below(lines.length);
  return `${lines.slice(start, start + 1 + random.below(8)).join('\n')}\n`;
}

function lineAt(text: string, offset: number): [number, number] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return [start, end === -1 ? text.length : end + 1];
}

function edit(text: string, start: number, end: number, newText: string): TextEdit {
  return {
    range: { start: positionAt(text, start), end: positionAt(text, Math.min(end, text.length)) },
    newText,
  };
}
