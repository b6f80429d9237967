import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import type ts from 'typescript';
import { toKey } from '../projects/source-texts.js';
import type { LateTypes } from './late-types.js';
import { syntaxOf, type Parsed } from './parsed.js';

/** How many texts are remembered: the open documents that a person goes to and fro between. */
const remembered = 8;

/** Parses each text once, however often the rules are run on it, with types and without. */
export class ParseCache {
  /** By file, in the order of their last use. */
  readonly #known = new Map<string, { text: string; parsed: Parsed }>();
  /** How many texts have been parsed so far. */
  parses = 0;

  /**
   * @param file the absolute path of the text
   * @param types where the rules get types from; undefined where they get none
   * @param findSyntax finds TypeScript's own tree of the text, where a project has it or is about to need it
   * @returns a parser for one run of ESLint on the file
   */
  parserFor(
    file: string,
    types: LateTypes | undefined,
    findSyntax: () => ts.SourceFile | undefined,
  ): Linter.Parser {
    return {
      meta: parser.meta,
      parseForESLint: (text, options: parser.ParserOptions) => {
        const syntax = findSyntax();
        const known = this.#find(file, text, syntax);
        const parsed = known ?? this.#parse({ file, text, syntax }, options);
        const { ast, scopeManager, visitorKeys } = parsed;
        const services = types?.servicesOf(parsed) ?? parsed.services;
        // Each package has its own name for the same trees.
        return { ast, scopeManager, visitorKeys, services } as unknown as Linter.ESLintParseResult;
      },
    };
  }

  #find(file: string, text: string, syntax: ts.SourceFile | undefined): Parsed | undefined {
    const known = this.#known.get(toKey(file));
    if (known?.text !== text) return undefined;
    return syntax === undefined || syntaxOf(known.parsed) === syntax ? known.parsed : undefined;
  }

  #parse(
    { file, text, syntax }: { file: string; text: string; syntax: ts.SourceFile | undefined },
    options: parser.ParserOptions | undefined,
  ): Parsed {
    this.parses++;
    const parsed = parser.parseForESLint(syntax ?? text, options);
    const key = toKey(file);
    this.#known.delete(key);
    this.#known.set(key, { text, parsed });
    for (const old of [...this.#known.keys()].slice(0, -remembered)) this.#known.delete(old);
    return parsed;
  }
}
