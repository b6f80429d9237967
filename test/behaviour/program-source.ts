import { readFile } from 'node:fs/promises';
import type { Mark } from '../support/marked-code.js';

export interface ProgramSource {
  code: string;
  /** The one place that its rule reports. */
  mark: Mark;
}

const announcement = /^ *\/\/ Reported on the next line: (?<text>.+) \((?<messageId>\w+)\)$/;

/**
 * Reads the program of a rule, and the comment that names the words on the next line that the rule reports.
 *
 * @throws an error where there is no such comment, or where the words are not there exactly once
 */
export async function readProgram(rule: string): Promise<ProgramSource> {
  const file = new URL(`programs/${rule}.ts`, import.meta.url);
  const code = await readFile(file, 'utf8');
  const lines = code.split('\n');
  const index = lines.findIndex((line) => announcement.test(line));
  const { text = '', messageId = '' } = announcement.exec(lines[index] ?? '')?.groups ?? {};
  const [before = '', ...others] = (lines[index + 1] ?? '').split(text);
  if (index < 0 || others.length !== 1) {
    throw new Error(`${file.pathname} needs a comment that names words which are once on the next line.`);
  }
  const column = before.length + 1;
  return { code, mark: { line: index + 2, column, endColumn: column + text.length, messageId } };
}

/**
 * Reads the program of a rule that has no suggestion as it should have been written.
 *
 * @throws an error where there is none
 */
export function readMendedProgram(rule: string): Promise<string> {
  return readFile(new URL(`programs/${rule}.mended.ts`, import.meta.url), 'utf8');
}
