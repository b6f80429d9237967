import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, walkTokens, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, root } from '../support/repository-files.js';

describe.each(repositoryFiles('*.md'))('the links of %s', (document) => {
  it('lead somewhere', () => {
    const file = path.join(root, document);
    const broken = linksOf(file).filter((link) => !leadsSomewhere(file, link));
    expect(broken).toEqual([]);
  });
});

function tokensOf(file: string): Token[] {
  const tokens: Token[] = [];
  void walkTokens(lexer(readFileSync(file, 'utf8')), (token) => {
    tokens.push(token);
  });
  return tokens;
}

function linksOf(file: string): string[] {
  return tokensOf(file).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? [String(token.href)] : [],
  );
}

/** Pages of other sites are not asked. */
function leadsSomewhere(from: string, link: string): boolean {
  if (URL.canParse(link)) return link.startsWith('https://');
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? from : path.resolve(path.dirname(from), target);
  return existsSync(file) && (anchor === undefined || anchorsOf(file).includes(anchor));
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(file: string): string[] {
  return tokensOf(file).flatMap((token) => {
    if (token.type !== 'heading') return [];
    const words = String(token.text).toLowerCase();
    return [words.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-')];
  });
}
