import plugin from 'eslint-plugin-cancellation';
import { rulesRecord, type RuleSelection } from './rule-selection.js';

const mentions = new Map(
  Object.entries(plugin.rules ?? {}).map(([name, rule]) => [
    `cancellation/${name}`,
    mentionsOf(rule.meta?.docs),
  ]),
);

/**
 * The text gate: tells without parsing whether a file can hold a finding at all. A file that fails it is not parsed, so its
 * syntax errors are not reported either; there is nothing of ours to miss in it.
 *
 * @param text the text of a whole file
 * @param selection the rules that would run
 * @returns false where none of them can find anything
 */
export function mayHoldFindings(text: string, selection: RuleSelection): boolean {
  return questionsOf(selection).some((question) => question.test(text));
}

const known = new WeakMap<RuleSelection, readonly RegExp[]>();

/** The rules share most of what they ask for, so that each question is put once. */
function questionsOf(selection: RuleSelection): readonly RegExp[] {
  const found = known.get(selection);
  if (found) return found;
  const patterns = Object.entries(rulesRecord(selection))
    .filter(([, severity]) => severity !== 'off')
    .flatMap(([id]) => mentions.get(id) ?? []);
  const questions = [...new Map(patterns.map((pattern) => [String(pattern), pattern])).values()];
  known.set(selection, questions);
  return questions;
}

/** @returns what a rule asks of the text of a file before it looks at anything else */
function mentionsOf(docs: object | undefined): RegExp {
  if (docs && 'mentions' in docs && docs.mentions instanceof RegExp) return docs.mentions;
  throw new TypeError('A rule of the plugin does not say what it looks for.');
}
