import { isRuleId } from '../engine/rule-selection.js';

/** A rule that a comment names, and where. */
export interface RuleMention {
  /** The full id, `cancellation/<rule>`. */
  rule: string;
  start: number;
  end: number;
}

/** Comments that silence rules or set them: ESLint's, of which some have to be block comments, and our own. */
const directive =
  /\/\/[^\S\r\n]*(?:eslint-disable(?:-next)?-line|cancellation-(?:dis|en)able(?:-next-line|-line)?)\b[^\r\n]*|\/\*\s*(?:eslint(?:-disable(?:-next-line|-line)?|-enable)?|cancellation-(?:dis|en)able(?:-next-line|-line)?)\s[^]*?\*\//g;

/**
 * Finds the rule of ours whose id stands at an offset, in a comment that silences or sets it. Text behind ` -- ` is a reason and
 * names nothing.
 *
 * @param text the text of a whole file
 */
export function findRuleMention(text: string, offset: number): RuleMention | undefined {
  for (const { 0: comment, index } of text.matchAll(directive)) {
    if (index > offset) return undefined;
    if (index + comment.length < offset) continue;
    const [said = ''] = comment.split(/\s-{2,}\s/);
    return mentionIn(said, offset - index, index);
  }
  return undefined;
}

function mentionIn(said: string, offset: number, shift: number): RuleMention | undefined {
  const isOurs = /^\/[/*]\s*cancellation-/.test(said);
  for (const { 0: word, index } of said.matchAll(/[\w@][\w@/-]*/g)) {
    if (offset < index || offset > index + word.length) continue;
    const rule = isOurs && !word.includes('/') ? `cancellation/${word}` : word;
    return isRuleId(rule) ? { rule, start: shift + index, end: shift + index + word.length } : undefined;
  }
  return undefined;
}
