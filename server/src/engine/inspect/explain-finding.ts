import type { SourceCode } from 'eslint';
import { signalPathOf, type SignalStep } from 'eslint-plugin-cancellation/signals';
import type { Finding } from '../finding.js';
import { sourcePlaces } from '../source-places.js';
import type { ExplainedStep } from './described-signal.js';
import { durationWords, functionWords } from './fact-words.js';

/** As much of a finding as it takes to explain it. */
export type FindingToExplain = Pick<Finding, 'message' | 'range' | 'related'>;

/**
 * Explains a finding step by step: the way of its signal, the places that explain it, and last what it says itself.
 *
 * @param explained the absolute path, the text, and what was found in it
 * @param source what ESLint made of it
 */
export function explainFindingIn(
  { file, text, finding }: { file: string; text: string; finding: FindingToExplain },
  source: SourceCode,
): ExplainedStep[] {
  const { message, range, related } = finding;
  const { rangeOf, offsetsOf } = sourcePlaces(text, source);
  const path = signalPathOf(
    { filename: file, sourceCode: source },
    { place: offsetsOf(range), related: related.map((each) => offsetsOf(each.range)) },
  );
  const others = related.filter((each) => {
    const [start, end] = offsetsOf(each.range);
    return !path.some(({ node }) => node.range[0] === start && node.range[1] === end);
  });
  const steps = path.map((step) => ({ range: rangeOf(...rangeOfStep(step)), message: stepWords(step) }));
  return [...steps, ...others, { range, message }];
}

/** The range of a parameter's name takes in its annotation. */
function rangeOfStep({ node }: SignalStep): [number, number] {
  return node.type === 'Identifier' ? [node.range[0], node.range[0] + node.name.length] : node.range;
}

function stepWords({ kind, name, owner, delay }: SignalStep): string {
  switch (kind) {
    case 'made':
      return 'The controller is made here.';
    case 'timeout':
      return `The signal is made here${delay === undefined ? '' : `; it aborts after ${durationWords(delay)}`}.`;
    case 'aborted':
      return 'The signal is made here, aborted from the start.';
    case 'combined':
      return 'The signal is combined with others here.';
    case 'relayed':
      return `The abort is passed on to \`${name}\` here.`;
    case 'handed':
      return name === '' ? 'The signal is handed on here.' : `\`${name}\` is given the signal here.`;
    case 'received':
      return owner
        ? capitalised(`${functionWords(owner)} receives the signal here.`)
        : 'The signal is received here.';
    case 'kept':
      return `The signal is kept as \`${name}\` here.`;
    case 'given':
      return 'The signal comes from here.';
  }
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
