// The words without which no rule has anything to say: a signal or a controller, a token that may be one, a process signal, or a
// place of cleanup.
const words = /abort|signal|cancel|token|finally|dispose|teardown|onTest|\bafter(?:All|Each)?\b|\bSIG[A-Z]+/i;

/**
 * The text gate: tells without parsing whether a file can hold a finding at all. A file that fails it is not parsed, so its
 * syntax errors are not reported either; there is nothing of ours to miss in it.
 *
 * @param text the text of a whole file
 * @returns false where no rule can find anything
 */
export function mayHoldFindings(text: string): boolean {
  return words.test(text);
}
