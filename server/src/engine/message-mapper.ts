import type { Linter, SourceCode } from 'eslint';
import { relatedPlaces } from 'eslint-plugin-cancellation/related';
import { silencedFindings } from './directives/silenced-findings.js';
import type { Finding, RelatedPlace, Suggestion, TextEdit } from './finding.js';
import { findOwnRuleId, pageOfRule, type RuleSelection } from './rule-selection.js';
import { sourcePlaces } from './source-places.js';

/**
 * Turns ESLint's messages into findings.
 *
 * @param text the text that was asked about; positions count a byte order mark, which ESLint leaves out
 * @param source what ESLint made of it
 * @param selection the rules that ran, under the names that ESLint's messages give them
 * @returns a mapper that keeps the messages of our rules and leaves the others out, such as those about other plugins'
 *   rules in comments, and those that our own comments silence
 */
export function messageMapper(text: string, source: SourceCode, selection: RuleSelection) {
  const { shift, rangeOf } = sourcePlaces(text, source);

  // ESLint counts more line ends than LSP (U+2028, U+2029), so places are converted by way of offsets.
  function offsetOf(line: number, column: number): number {
    return source.getIndexFromLoc({ line, column: column - 1 });
  }

  function editOf({
    range: [start, end],
    text: replacement,
  }: {
    range: [number, number];
    text: string;
  }): TextEdit {
    return { start: start + shift, end: end + shift, text: replacement };
  }

  function suggestionsOf(message: Linter.LintMessage): Suggestion[] {
    return (message.suggestions ?? []).map(({ desc, fix }) => ({ title: desc, edits: [editOf(fix)] }));
  }

  function relatedOf(message: Linter.LintMessage): RelatedPlace[] {
    return relatedPlaces(source, message).map(({ node, message: text }) => ({
      range: rangeOf(...node.range),
      message: text,
    }));
  }

  function findingOf(message: Linter.LintMessage, rule: string): Finding {
    const { line, column, endLine = line, endColumn = column, fix } = message;
    const shownAs = selection.shownAs?.[rule] ?? selection.shownAs?.['*'];
    return {
      rule,
      severity: message.severity === 2 ? 'error' : 'warning',
      ...(shownAs && { shownAs }),
      message: message.message,
      range: rangeOf(offsetOf(line, column), offsetOf(endLine, endColumn)),
      page: pageOfRule(rule),
      ...(fix && { fix: editOf(fix) }),
      suggestions: suggestionsOf(message),
      related: relatedOf(message),
    };
  }

  return {
    /** @returns the findings among ESLint's messages, in the order of their places */
    findings(messages: readonly Linter.LintMessage[]): Finding[] {
      const isSilenced = silencedFindings(source);
      return messages.flatMap((message) => {
        const rule = findOwnRuleId(message.ruleId, selection);
        return rule === undefined || isSilenced(rule, message) ? [] : [findingOf(message, rule)];
      });
    },
  };
}
