import plugin from 'eslint-plugin-cancellation';
import type { RuleSelection } from './rule-selection.js';

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
  const searched = text.toLowerCase();
  return wantedBy(selection).some((wanted) => searched.includes(wanted));
}

const known = new WeakMap<RuleSelection, readonly string[]>();

/** The rules share most of what they look for, so that each text is looked for once. */
function wantedBy(selection: RuleSelection): readonly string[] {
  const found = known.get(selection);
  if (found) return found;
  const texts = Object.keys(selection.rules).flatMap((id) => mentions.get(id) ?? []);
  const wanted = [...new Set(texts)];
  known.set(selection, wanted);
  return wanted;
}

/** @returns what a rule looks for in the text of a file before it looks at anything else */
function mentionsOf(docs: object | undefined): string[] {
  if (docs && 'mentions' in docs && Array.isArray(docs.mentions))
    return docs.mentions.map((text) => String(text).toLowerCase());
  throw new TypeError('A rule of the plugin does not say what it looks for.');
}
