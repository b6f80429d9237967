import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexer, type Token, type Tokens } from 'marked';

/** A fenced block of a page that shows what a rule reports, or what it does not. */
export interface Example {
  language: 'js' | 'jsx' | 'ts' | 'tsx';
  kind: 'incorrect' | 'correct';
  /** True where the example only holds with types. */
  isTyped: boolean;
  code: string;
  /** Its line in the page. */
  line: number;
}

export interface RulePage {
  sections: string[];
  examples: Example[];
  /** The info strings of blocks of code that are no examples, though their language is one of ours. */
  strayBlocks: string[];
}

const info = /^(?<language>[jt]sx?) (?<kind>incorrect|correct)(?<typed> typed)?$/;

/** Reads the page of a rule. */
export function readRulePage(rule: string): RulePage {
  const url = new URL(`../../eslint-plugin/src/rules/${rule}/${rule}.md`, import.meta.url);
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const page: RulePage = { sections: [], examples: [], strayBlocks: [] };
  let line = 1;
  for (const token of lexer(text)) {
    if (isHeading(token) && token.depth === 2) page.sections.push(token.text);
    if (isCode(token)) addBlock(page, token, line);
    line += token.raw.split('\n').length - 1;
  }
  return page;
}

function addBlock(page: RulePage, { lang = '', text }: Tokens.Code, line: number): void {
  const { language, kind, typed } = info.exec(lang)?.groups ?? {};
  if (language && kind) {
    const example = { language, kind, isTyped: typed !== undefined, code: `${text}\n`, line };
    page.examples.push(example as Example);
  } else if (/^[jt]sx?\b/.test(lang)) page.strayBlocks.push(`line ${String(line)}: ${lang}`);
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === 'code';
}
