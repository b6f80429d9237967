/** What the analysis says of a question: rules report on `yes` and are silent on `unknown`. */
export type Answer = 'yes' | 'no' | 'unknown';
