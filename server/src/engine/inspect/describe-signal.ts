import type { SourceCode } from 'eslint';
import { describeSignalAt, type Maker } from 'eslint-plugin-cancellation/signals';
import { sourcePlaces } from '../source-places.js';
import type { DescribedSignal, SignalFact } from './described-signal.js';
import { calledWords, causeWords, makerWords, useWords } from './fact-words.js';

/** What the analysis says of a place, before its place is a range. */
interface Said {
  words: string;
  nodes: readonly { range: [number, number] }[];
}

/**
 * Puts into words what a file shows of a signal or controller.
 *
 * @param place the absolute path, the text that was asked about, and where the name stands in it
 * @param source what ESLint made of it
 * @returns undefined where nothing is known of a signal or controller there
 */
export function describeSignalIn(
  { file, text, offset }: { file: string; text: string; offset: number },
  source: SourceCode,
): DescribedSignal | undefined {
  const places = sourcePlaces(text, source);
  const described = describeSignalAt({ filename: file, sourceCode: source }, offset - places.shift);
  if (!described) return undefined;
  const { kind, name, word, makers, causes, uses, gaps } = described;

  const factsOf = (said: readonly Said[]): SignalFact[] =>
    mergedByWords(said).map(({ words, nodes }) => ({
      words,
      places: nodes.map(({ range }) => places.rangeOf(...range)),
    }));
  const sections = [
    { title: 'Comes from', facts: factsOf(makers.flatMap(saidOfMaker)) },
    { title: 'Aborted by', facts: factsOf(causes.map((each) => said(causeWords(each), each))) },
    { title: 'Goes to', facts: factsOf(uses.map((each) => said(useWords(each), each))) },
    { title: 'Is not handed to', facts: factsOf(gaps.map((each) => said(`\`${each.name}\``, each))) },
  ].filter(({ facts }) => facts.length > 0);
  return { kind, name, range: places.rangeOf(...word), sections };
}

function said(words: string, about: object): Said {
  return { words, nodes: hasNode(about) ? [about.node] : [] };
}

function hasNode(about: object): about is { node: { range: [number, number] } } {
  return 'node' in about;
}

function saidOfMaker(maker: Maker): Said[] {
  const made = said(makerWords(maker), maker);
  if (maker.kind !== 'parameter' || maker.calls.length === 0) return [made];
  return [made, { words: `calls of ${calledWords(maker.owner)} in this file`, nodes: maker.calls }];
}

function mergedByWords(all: readonly Said[]): Said[] {
  const merged = new Map<string, Said>();
  for (const { words, nodes } of all) {
    merged.set(words, { words, nodes: [...(merged.get(words)?.nodes ?? []), ...nodes] });
  }
  return [...merged.values()];
}
