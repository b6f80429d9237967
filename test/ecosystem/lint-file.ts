import type ts from 'typescript';
import { receivedMessage } from '../../eslint-plugin/src/create-rule.js';
import { lintSource } from '../support/lint-source.js';

/** What one of our rules says of a file. */
export interface Finding {
  /** The rule's id without the plugin's name. */
  rule: string;
  line: number;
  endLine: number;
  column: number;
  /** Which of the rule's messages it is. */
  kind: string;
  message: string;
  /** Where the rest of the defect is; where the signal comes from is no part of it. */
  related: readonly LineRange[];
}

export interface LineRange {
  line: number;
  endLine: number;
}

/**
 * Runs all rules over a file.
 *
 * @param source the absolute path, which decides about the language, and the text
 * @param program a program that holds the file; without one the rules run without types
 * @returns what they find, by line
 * @throws an error where the file does not parse, or a rule fails
 */
export function lintFile(source: { file: string; text: string }, program?: ts.Program): Finding[] {
  const messages = lintSource(source, program);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${source.file}:${fatal.line}: ${fatal.message}`);
  return messages.map(({ ruleId, line, endLine, column, messageId = '', message, related }) => ({
    rule: ruleId?.replace('cancellation/', '') ?? '',
    line,
    endLine: endLine ?? line,
    column,
    kind: messageId,
    message,
    related: related
      .filter((place) => place.message !== receivedMessage)
      .map(({ node: { loc } }) => ({ line: loc.start.line, endLine: loc.end.line })),
  }));
}
