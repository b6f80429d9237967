import type ts from 'typescript';
import { lintSource } from '../support/lint-source.js';

/** What one of our rules says of a file. */
export interface Finding {
  /** The rule's id without the plugin's name. */
  rule: string;
  line: number;
  endLine: number;
  column: number;
  message: string;
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
  return messages.map(({ ruleId, line, endLine, column, message }) => ({
    rule: ruleId?.replace('cancellation/', '') ?? '',
    line,
    endLine: endLine ?? line,
    column,
    message,
  }));
}
