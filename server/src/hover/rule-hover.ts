import type { MarkupContent } from 'vscode-languageserver';
import { describeRule } from '../engine/rule-selection.js';
import type { HoverText } from './hover-text.js';
import { findRuleReason } from './rule-page.js';

/**
 * What there is to say of a rule.
 *
 * @param rule its full id
 * @param signal stops the reading of its page
 * @throws the signal's reason when it aborts
 */
export async function ruleHover(rule: string, text: HoverText, signal: AbortSignal): Promise<MarkupContent> {
  const { description, recommended, hasSuggestions, page } = describeRule(rule);
  const preset =
    recommended === undefined
      ? 'Not in the preset `recommended`, only in `strict`'
      : `In the preset \`recommended\` as ${recommended === 'error' ? 'an error' : 'a warning'}`;
  const suggestions = hasSuggestions ? '; offers suggestions' : '';
  const reason = await findRuleReason(rule, signal);
  return text.content([
    text.bold(`\`${rule}\``),
    `${description}.`,
    ...(reason === undefined ? [] : [reason]),
    `${preset}${suggestions}.`,
    text.link('The page of the rule', page),
  ]);
}
