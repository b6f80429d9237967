import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { describeSignal, findSignalPath, modelOf, type Model } from './analysis/index.js';
import type { SignalDescription, SignalStep } from './analysis/description/facts.js';

export type {
  AbortCause,
  AbortMoment,
  FunctionName,
  Maker,
  SignalDescription,
  SignalStep,
  Use,
} from './analysis/description/facts.js';

/** A file as ESLint reads it: its name, and the SourceCode that typescript-eslint's parser gave, with types or without. */
export interface SignalFile {
  filename: string;
  sourceCode: object;
}

/** The start and the end of a place, as offsets in the SourceCode's text. */
export type Place = readonly [start: number, end: number];

/**
 * What a file shows of a signal or controller.
 *
 * @param offset where its name stands in the SourceCode's text
 * @returns undefined where there is none, or where nothing is known of it
 */
export function describeSignalAt(file: SignalFile, offset: number): SignalDescription | undefined {
  return describeSignal(modelOfFile(file), offset);
}

/**
 * The way of the signal that a finding is about, from where it is made to the place of the finding.
 *
 * @param finding what it underlines, and the places that explain it, as `relatedPlaces` gives them
 * @returns the steps in their order, the finding itself left out; none where the finding is about no signal that is known
 */
export function signalPathOf(
  file: SignalFile,
  { place, related }: { place: Place; related: readonly Place[] },
): SignalStep[] {
  const model = modelOfFile(file);
  const node = nodeAt(model, place);
  const others = related.map((each) => nodeAt(model, each)).filter((each) => each !== undefined);
  return node ? findSignalPath(model, node, others) : [];
}

function modelOfFile({ filename, sourceCode }: SignalFile): Model {
  return modelOf({ filename, sourceCode: sourceCode as TSESLint.SourceCode, settings: {} });
}

/** The outermost node of exactly that place, or the innermost that begins there. */
function nodeAt({ sourceCode }: Model, [start, end]: Place): TSESTree.Node | undefined {
  const innermost = sourceCode.getNodeByRangeIndex(start) ?? undefined;
  let found: TSESTree.Node | undefined;
  for (let node = innermost; node && node.range[0] >= start; node = node.parent) {
    if (node.range[1] === end) found = node;
  }
  return found ?? innermost;
}
