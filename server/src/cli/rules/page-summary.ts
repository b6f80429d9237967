import { lexer, type Token, type Tokens } from 'marked';

/**
 * @param page a rule's page
 * @returns why the rule is there: the first paragraph of the section that says so, as plain text; empty where there is none
 */
export function pageSummary(page: string): string {
  const tokens = lexer(page);
  const start = tokens.findIndex(
    (token) => token.type === 'heading' && (token as Tokens.Heading).text === 'Why',
  );
  const paragraph = tokens.slice(start + 1).find(({ type }) => type === 'paragraph');
  return start === -1 || !paragraph ? '' : plainText(paragraph);
}

function plainText(token: Token): string {
  const { tokens, text } = token as Tokens.Text;
  return tokens ? tokens.map(plainText).join('') : text;
}
