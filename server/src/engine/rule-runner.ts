import path from 'node:path';
import type { Linter as Eslint, SourceCode } from 'eslint';
import { Linter } from 'eslint/universal';
import type ts from 'typescript';
import { reasonOf } from '../support/reason-of.js';
import { withoutByteOrderMark } from '../support/without-byte-order-mark.js';
import { checkpointConfig } from './checkpoints.js';
import type { FileResult } from './finding.js';
import { messageMapper } from './message-mapper.js';
import { TypesLostError } from './native/types-lost-error.js';
import { LateTypes } from './parsing/late-types.js';
import { ParseCache } from './parsing/parse-cache.js';
import type { Pauses } from './pauses.js';
import type { ProjectTypes } from './projects/project-types.js';
import { emptySelection, eslintConfigOf, type RuleSelection } from './rule-selection.js';
import { sourceExtensions } from './source-file-names.js';
import type { StopSignal } from './stop-signal.js';

/** What a run takes beside the text. */
export interface RunOptions {
  selection: RuleSelection;
  /** Where the rules get types from. */
  types?: LateTypes;
  /** Finds TypeScript's own tree of the text, where there is one already. */
  findSyntax?: () => ts.SourceFile | undefined;
  /** Stops the run. */
  signal?: StopSignal | undefined;
}

/** Runs the plugin's rules over texts through ESLint's own Linter. */
export class RuleRunner {
  readonly #parses = new ParseCache();
  readonly #pauses: Pauses;

  /** @param pauses what is offered one now and then, in which other texts may be checked */
  constructor(pauses: Pauses) {
    this.#pauses = pauses;
  }

  /** How many texts have been parsed so far. */
  get parses(): number {
    return this.#parses.parses;
  }

  /**
   * Checks one text.
   *
   * @param document the absolute path, which decides about the language, and the text
   * @returns what was found; a syntax error, or a rule that failed, is the result's trouble
   * @throws the signal's reason when it aborts
   */
  run(document: { file: string; text: string }, options: RunOptions): FileResult {
    const { file } = document;
    const linter = linterFor(file);
    const text = withoutByteOrderMark(document.text);
    const parser = this.#parses.parserFor(file, options.types, options.findSyntax ?? (() => undefined));
    try {
      const messages = linter.verify(text, this.#checkConfig(parser, options), { filename: file });
      const fatal = messages.find((message) => message.fatal);
      if (fatal) return { file, findings: [], trouble: parsingTrouble(fatal), isSyntaxError: true };
      const mapper = messageMapper(document.text, linter.getSourceCode(), options.selection);
      return { file, findings: mapper.findings(messages) };
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof TypesLostError) throw error;
      return { file, findings: [], trouble: ruleTrouble(error) };
    }
  }

  /**
   * Reads one text without checking it.
   *
   * @param document the absolute path, which decides about the language, and the text
   * @param types those of a project that holds this very text
   * @returns what ESLint makes of it; undefined where it has a syntax error
   */
  read({ file, text }: { file: string; text: string }, types?: ProjectTypes): SourceCode | undefined {
    const linter = linterFor(file);
    const late = types && new LateTypes(file, () => types);
    const parser = this.#parses.parserFor(file, late, () => types?.syntaxOf(file));
    const config = configOf(parser, emptySelection);
    const messages = linter.verify(withoutByteOrderMark(text), config, { filename: file });
    return messages.some(({ fatal }) => fatal) ? undefined : linter.getSourceCode();
  }

  #checkConfig(parser: Eslint.Parser, { selection, signal }: RunOptions): Eslint.Config[] {
    const checkpoint = checkpointConfig(() => {
      signal?.throwIfAborted();
      this.#pauses.offer();
    });
    return [...configOf(parser, selection), checkpoint];
  }
}

/** Each run has one of its own, since another run may come between; ESLint finds a configuration only for files below its folder. */
function linterFor(file: string): Linter {
  return new Linter({ cwd: path.parse(file).root });
}

function configOf(parser: Eslint.Parser, selection: RuleSelection): Eslint.Config[] {
  return [
    // ESLint's own default leaves node_modules out; what is checked is decided by whoever asks for it.
    { ignores: ['!**/node_modules/', '!.git/'] },
    {
      files: [`**/*.{${sourceExtensions.join(',')}}`],
      languageOptions: {
        parser,
        parserOptions: { ecmaFeatures: { jsx: true }, disallowAutomaticSingleRunInference: true },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      ...eslintConfigOf(selection),
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
