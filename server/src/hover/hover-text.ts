import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

/** A list of what is known, under a title. */
export interface HoverSection {
  title: string;
  items: readonly string[];
}

/** How a text is written for the client: Markdown, or plain where it knows none. */
export class HoverText {
  readonly #isMarkdown: boolean;

  constructor(isMarkdown: boolean) {
    this.#isMarkdown = isMarkdown;
  }

  bold(text: string): string {
    return this.#isMarkdown ? `**${text}**` : text;
  }

  /** @returns the words as a link, in plain text with the address behind them */
  link(words: string, address: string): string {
    return this.#isMarkdown ? `[${words}](${address})` : `${words}: ${address}`;
  }

  /** @returns the words as a link to a line of a file, counted from 1; only the words where nothing can be linked to */
  linkToLine(words: string, uri: string, line: number): string {
    return this.#isMarkdown && uri.startsWith('file:') ? `[${words}](${uri}#L${line})` : words;
  }

  section({ title, items }: HoverSection): string {
    return [this.bold(title), ...items.map((item) => `- ${item}`)].join('\n');
  }

  /** @returns the paragraphs as the content of a hover */
  content(paragraphs: readonly string[]): MarkupContent {
    const kind = this.#isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { kind, value: paragraphs.join('\n\n') };
  }
}
