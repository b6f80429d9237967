import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';
import plugin from '../../eslint-plugin/src/index.js';
import { relatedPlaces, type RelatedPlace } from '../../eslint-plugin/src/related.js';

const linter = new Linter({ cwd: '/' });

/** A message of ESLint's with the places that explain it. */
export interface SourceMessage extends Linter.LintMessage {
  related: readonly RelatedPlace[];
}

/**
 * Runs all rules over a text of any origin, as the preset `strict` switches them on; the text's own comments for ESLint
 * count for nothing.
 *
 * @param source the absolute path, which decides about the language, and the text
 * @param program a program that holds the file; without one the rules run without types
 * @returns ESLint's messages; where the text does not parse, one that is fatal
 * @throws an error where a rule fails, or the file is not looked at
 */
export function lintSource(source: { file: string; text: string }, program?: ts.Program): SourceMessage[] {
  const { file, text } = source;
  const config: Linter.Config = {
    ...plugin.configs.strict,
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    languageOptions: {
      parser,
      parserOptions: {
        ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(file) },
        ...(program && { programs: [program] }),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
  // ESLint passes over installed packages where nobody tells it otherwise.
  const configs = [{ ignores: ['!**/node_modules/'] }, config];
  const messages = linter.verify(text, configs, { filename: file, allowInlineConfig: false });
  const stray = messages.find(({ ruleId, fatal }) => ruleId === null && !fatal);
  if (stray) throw new Error(`${file}: ${stray.message}`);
  const code = linter.getSourceCode();
  return messages.map((message) => ({ ...message, related: relatedPlaces(code, message) }));
}
