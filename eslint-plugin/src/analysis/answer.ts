/** What the analysis says of a question: rules report on `yes` and are silent on `unknown`. */
export type Answer = 'yes' | 'no' | 'unknown';

/**
 * @param answers the answers for each of several alternatives
 * @returns what holds for all of them, `unknown` where they differ or where there are none
 */
export function agreement(answers: readonly Answer[]): Answer {
  const [first, ...rest] = answers;
  return first !== undefined && rest.every((answer) => answer === first) ? first : 'unknown';
}
