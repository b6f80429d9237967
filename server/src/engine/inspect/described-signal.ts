import type { TextRange } from '../finding.js';

/** Something that is known of a signal: in words, with code in backticks, and where it stands. */
export interface SignalFact {
  words: string;
  places: TextRange[];
}

/** What is known of a signal or controller, as plain data. */
export interface DescribedSignal {
  kind: 'signal' | 'controller';
  /** As the code names it. */
  name: string;
  /** The name that was asked about. */
  range: TextRange;
  /** None is empty. */
  sections: { title: string; facts: SignalFact[] }[];
}

/** One step that explains a finding. */
export interface ExplainedStep {
  range: TextRange;
  message: string;
}
