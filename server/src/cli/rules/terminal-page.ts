import { highlight } from '@babel/code-frame';
import { lexer, type MarkedToken, type Token } from 'marked';
import wrapAnsi from 'wrap-ansi';
import { painter, type Paint } from '../paint.js';

/** How a page is laid out. */
export interface PageLayout {
  /** In columns; 0 where the terminal does not say. */
  width: number;
  isColoured: boolean;
}

// Longer lines are hard to read, and shorter ones hold no code.
const widest = 100;
const narrowest = 40;
const usual = 80;

/** @returns a page of Markdown as a terminal shows it, with a line break at its end */
export function terminalPage(markdown: string, layout: PageLayout): string {
  return `${new PageWriter(layout).blocks(lexer(markdown), 0)}\n`;
}

/** Lays out what the pages of rules are made of; anything else stays as it is written. */
class PageWriter {
  readonly #columns: number;
  readonly #isColoured: boolean;
  readonly #paint: Paint;

  constructor({ width, isColoured }: PageLayout) {
    this.#columns = Math.max(narrowest, Math.min(width || usual, widest));
    this.#isColoured = isColoured;
    this.#paint = painter(isColoured);
  }

  /** @param indent how many columns the blocks stand in */
  blocks(tokens: readonly Token[], indent: number): string {
    return tokens
      .map((token) => this.#block(token as MarkedToken, indent))
      .filter(Boolean)
      .join('\n\n');
  }

  #block(token: MarkedToken, indent: number): string {
    switch (token.type) {
      case 'heading':
        return this.#paint(token.depth === 1 ? 'bold' : 'underline', this.#inline(token.tokens));
      case 'paragraph':
        return this.#wrapped(this.#inline(token.tokens), indent);
      case 'text':
        return this.#wrapped(this.#part(token), indent);
      case 'code':
        return indented(this.#isColoured ? highlight(token.text) : token.text, indent + 4);
      case 'list':
        return token.items.map(({ tokens }) => this.#listItem(tokens, indent)).join('\n');
      case 'space':
        return '';
      default:
        return this.#wrapped(token.raw.trim(), indent);
    }
  }

  #listItem(tokens: readonly Token[], indent: number): string {
    return `${' '.repeat(indent)}- ${this.blocks(tokens, indent + 2).slice(indent + 2)}`;
  }

  #wrapped(text: string, indent: number): string {
    return indented(wrapAnsi(text.replaceAll('\n', ' '), this.#columns - indent), indent);
  }

  #inline(tokens: readonly Token[]): string {
    return tokens.map((token) => this.#part(token as MarkedToken)).join('');
  }

  #part(token: MarkedToken): string {
    switch (token.type) {
      case 'codespan':
        return this.#isColoured ? this.#paint('cyan', token.text) : token.raw;
      case 'strong':
        return this.#paint('bold', this.#inline(token.tokens));
      case 'em':
        return this.#paint('italic', this.#inline(token.tokens));
      case 'link':
        return linked(this.#inline(token.tokens), token.href);
      case 'text':
        return token.tokens ? this.#inline(token.tokens) : token.text;
      case 'escape':
        return token.text;
      default:
        return token.raw;
    }
  }
}

/** The way to another page leads nowhere from a terminal; its text is the rule's id, which is what one needs. */
function linked(text: string, address: string): string {
  return /^https?:/.test(address) && text !== address ? `${text} (${address})` : text;
}

function indented(text: string, width: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(width));
}
