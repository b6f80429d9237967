import plugin from 'eslint-plugin-cancellation';

const mentions = Object.values(plugin.rules ?? {}).map((rule) => mentionsOf(rule.meta?.docs));

/** The rules share most of what they ask for, so that each question is put once. */
const questions = [...new Map(mentions.map((pattern) => [String(pattern), pattern])).values()];

/**
 * The text gate: tells without parsing whether a file can hold a finding at all. A file that fails it is not parsed, so its
 * syntax errors are not reported either; there is nothing of ours to miss in it.
 *
 * @param text the text of a whole file
 * @returns false where no rule can find anything
 */
export function mayHoldFindings(text: string): boolean {
  return questions.some((question) => question.test(text));
}

/** @returns what a rule asks of the text of a file before it looks at anything else */
function mentionsOf(docs: object | undefined): RegExp {
  if (docs && 'mentions' in docs && docs.mentions instanceof RegExp) return docs.mentions;
  throw new TypeError('A rule of the plugin does not say what it looks for.');
}
