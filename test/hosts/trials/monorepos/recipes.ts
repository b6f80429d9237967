import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexer } from 'marked';

/**
 * What a page tells its readers to write.
 *
 * @param page its name in docs/
 * @param section the heading of a section of it
 * @returns the texts of the section's blocks of code, in their order
 * @throws an error where it has none
 */
export function recipesOf(page: string, section: string): string[] {
  const file = fileURLToPath(new URL(`../../../../docs/${page}`, import.meta.url));
  const tokens = lexer(readFileSync(file, 'utf8'));
  const start = tokens.findIndex((token) => token.type === 'heading' && token.text === section);
  const end = tokens.findIndex((token, index) => index > start && token.type === 'heading');
  const blocks = tokens
    .slice(start, end)
    .flatMap((token) => (token.type === 'code' ? [String(token.text)] : []));
  if (start < 0 || blocks.length === 0) throw new Error(`${page} has no recipe under ${section}.`);
  return blocks;
}
