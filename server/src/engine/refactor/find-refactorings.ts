import path from 'node:path';
import type { SourceCode } from 'eslint';
import { Linter } from 'eslint/universal';
import { refactorings } from 'eslint-plugin-cancellation/refactorings';
import { sourceExtensions } from '../source-file-names.js';
import { refactoringNames, type Refactoring, type RefactoringPlace } from './refactoring.js';

/**
 * Runs the plugin's refactorings at one place of a source, in the same way in which rules are run.
 *
 * @param place the absolute path, the text that was asked about, and offsets in it; a byte order mark counts
 * @param source what ESLint made of it, with types or without; it leaves the byte order mark out
 * @returns the refactorings that fit the place
 */
export function findRefactorings(
  { file, text, start: from, end: to }: { file: string; text: string } & RefactoringPlace,
  source: SourceCode,
): Refactoring[] {
  const shift = text.length - source.text.length;
  const selection = { start: Math.max(0, from - shift), end: Math.max(0, to - shift) };
  const config: Linter.Config[] = [
    { ignores: ['!**/node_modules/', '!.git/'] },
    {
      files: [`**/*.{${sourceExtensions.join(',')}}`],
      plugins: { refactorings },
      rules: Object.fromEntries(
        refactoringNames.map((name) => [`refactorings/${name}`, ['error', selection]]),
      ),
    },
  ];
  const linter = new Linter({ cwd: path.parse(file).root });
  // What comments of the file say of rules is not meant for what somebody asks for.
  const messages = linter.verify(source, config, { filename: file, allowInlineConfig: false });
  return messages.flatMap(({ ruleId, message, line, column, suggestions = [] }): Refactoring[] => {
    const name = refactoringNames.find((each) => ruleId === `refactorings/${each}`);
    if (!name) return [];
    if (name === 'thread-signal') {
      const functionName = source.getIndexFromLoc({ line, column: column - 1 }) + shift;
      return [{ name, title: message, edits: [], functionName }];
    }
    return suggestions.map(({ desc, fix }) => {
      const [start, end] = fix.range;
      return { name, title: desc, edits: [{ start: start + shift, end: end + shift, text: fix.text }] };
    });
  });
}
