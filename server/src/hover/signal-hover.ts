import type { Hover } from 'vscode-languageserver';
import type { DescribedSignal, SignalFact } from '../engine/inspect/described-signal.js';
import type { HoverText } from './hover-text.js';

/** More are only counted, so that a hover stays a hover. */
const mostFacts = 12;
const mostLines = 8;

/** @returns what is known of a signal or controller, section by section, with links to the lines of its document */
export function signalHover(
  { kind, name, range, sections }: DescribedSignal,
  uri: string,
  text: HoverText,
): Hover {
  const what = kind === 'signal' ? 'abort signal' : 'abort controller';
  const lists = sections.map(({ title, facts }) => {
    const items = facts.slice(0, mostFacts).map((fact) => item(fact, uri, text));
    const rest = facts.length - mostFacts;
    return text.section({ title, items: rest > 0 ? [...items, `and ${rest} more`] : items });
  });
  return { range, contents: text.content([`${text.bold(`\`${name}\``)}: ${what}`, ...lists]) };
}

function item({ words, places }: SignalFact, uri: string, text: HoverText): string {
  const lines = [...new Set(places.map(({ start }) => start.line + 1))].sort((a, b) => a - b);
  const [first, ...others] = lines;
  if (first === undefined) return words;
  if (others.length === 0) return `${words}, ${text.linkToLine(`line ${first}`, uri, first)}`;
  const shown = lines.slice(0, mostLines).map((line) => text.linkToLine(String(line), uri, line));
  const rest = lines.length - mostLines;
  const end = rest > 0 ? `${rest} more` : shown.pop();
  return `${words}, lines ${shown.join(', ')} and ${end ?? ''}`;
}
