import type { MarkupContent } from 'vscode-languageserver';
import { findRuleSummary } from '../engine/rule-docs.js';
import { pageOfRule } from '../engine/rule-selection.js';
import type { Platform } from '../platform/platform.js';
import type { HoverText } from './hover-text.js';

/**
 * What there is to say of a rule.
 *
 * @param id its full id
 * @param way how it is written, and what reads its page
 * @param signal stops the reading of its page
 * @returns undefined for an id that no rule has
 * @throws the signal's reason when it aborts
 */
export async function findRuleHover(
  id: string,
  { text, readPage }: { text: HoverText; readPage: Platform['readRulePage'] },
  signal: AbortSignal,
): Promise<MarkupContent | undefined> {
  const rule = findRuleSummary(id);
  if (!rule) return undefined;
  const { description, recommended, hasSuggestions } = rule;
  const preset =
    recommended === undefined
      ? 'Not in the preset `recommended`, only in `strict`'
      : `In the preset \`recommended\` as ${recommended === 'error' ? 'an error' : 'a warning'}`;
  const suggestions = hasSuggestions ? '; offers suggestions' : '';
  const reason = await findReason(() => readPage(id, signal), signal);
  return text.content([
    text.bold(`\`${id}\``),
    `${description}.`,
    ...(reason === undefined ? [] : [reason]),
    `${preset}${suggestions}.`,
    text.link('The page of the rule', pageOfRule(id)),
  ]);
}

/** Why there is the rule: the first paragraph of that section of its page, which is not there where the server is bundled. */
async function findReason(readPage: () => Promise<string>, signal: AbortSignal): Promise<string | undefined> {
  try {
    const page = await readPage();
    return /^## Why\s+(?<paragraph>\S.*)$/m.exec(page)?.groups?.paragraph;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
