import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { Linter as Eslint } from 'eslint';
import { Linter } from 'eslint/universal';
import type ts from 'typescript';
import { reasonOf } from '../support/reason-of.js';
import { withoutByteOrderMark } from '../support/without-byte-order-mark.js';
import type { FileResult } from './finding.js';
import { messageMapper } from './message-mapper.js';
import { eslintConfigOf, type RuleSelection } from './rule-selection.js';
import { sourceExtensions } from './source-file-names.js';

/** Runs the plugin's rules over texts through ESLint's own Linter. */
export class RuleRunner {
  /** One per root of the file system, since ESLint finds a configuration only for files below its base path. */
  readonly #linters = new Map<string, Linter>();

  /**
   * Checks one text.
   *
   * @param document the absolute path, which decides about the language, and the text
   * @param selection the rules to run
   * @param program a program whose source file of this path has this very text; without one the rules run untyped
   * @returns what was found; a syntax error, or a rule that failed, is the result's trouble
   */
  run(document: { file: string; text: string }, selection: RuleSelection, program?: ts.Program): FileResult {
    const { file } = document;
    const linter = this.#linterFor(file);
    const text = withoutByteOrderMark(document.text);
    try {
      const messages = linter.verify(text, configOf(selection, program), { filename: file });
      const fatal = messages.find((message) => message.fatal);
      if (fatal) return { file, findings: [], trouble: parsingTrouble(fatal), isSyntaxError: true };
      const mapper = messageMapper(document.text, linter.getSourceCode(), selection);
      return { file, findings: mapper.findings(messages) };
    } catch (error) {
      return { file, findings: [], trouble: ruleTrouble(error) };
    }
  }

  #linterFor(file: string): Linter {
    const { root } = path.parse(file);
    const linter = this.#linters.get(root) ?? new Linter({ cwd: root });
    this.#linters.set(root, linter);
    return linter;
  }
}

function configOf(selection: RuleSelection, program: ts.Program | undefined): Eslint.Config[] {
  return [
    // ESLint's own default leaves node_modules out; what is checked is decided by whoever asks for it.
    { ignores: ['!**/node_modules/', '!.git/'] },
    {
      files: [`**/*.{${sourceExtensions.join(',')}}`],
      ...eslintConfigOf(selection),
      languageOptions: {
        parser,
        parserOptions: {
          ecmaFeatures: { jsx: true },
          disallowAutomaticSingleRunInference: true,
          ...(program && { programs: [program] }),
        },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    { files: ['**/*.cts'], languageOptions: { sourceType: 'commonjs' } },
  ];
}

function parsingTrouble({ message, line, column }: Eslint.LintMessage): string {
  const what = message.replace(/^Parsing error:\s*/, '').replace(/\.$/, '');
  // typescript-eslint counts the columns of its errors from 0.
  return `Syntax error at line ${line}, column ${column + 1}: ${what}.`;
}

function ruleTrouble(error: unknown): string {
  const rule = error instanceof Error && 'ruleId' in error ? String(error.ruleId) : 'The check';
  return `${rule} failed on this file, please report it: ${reasonOf(error)}.`;
}
