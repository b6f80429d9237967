import { readFile } from 'node:fs/promises';
import ts from 'typescript';

export type Language = 'typescript' | 'javascript';

interface Contribution {
  prefix: string;
  description: string;
  body: string[];
}

const extension = new URL('../../../extension/', import.meta.url);

/** @returns the snippets of a language as the extension's manifest contributes them */
export async function contributedSnippets(language: Language): Promise<Contribution[]> {
  const manifest = JSON.parse(await readFile(new URL('package.json', extension), 'utf8')) as {
    contributes: { snippets: { language: string; path: string }[] };
  };
  const { path = '' } = manifest.contributes.snippets.find((each) => each.language === language) ?? {};
  const snippets = JSON.parse(await readFile(new URL(path, extension), 'utf8')) as Record<
    string,
    Contribution
  >;
  return Object.values(snippets);
}

/**
 * @param filled what is typed at placeholders, by the text that stands there at first
 * @returns the text that an editor inserts, indented by two spaces
 */
export function insertedText({ body }: Contribution, filled: Readonly<Record<string, string>> = {}): string {
  const values = new Map<string, string>();
  const text = body.join('\n').replaceAll(/\\(.)|\$\{(\d+):([^}]*)\}|\$(\d+)/g, (...match) => {
    const [, escaped, first, initial = '', again] = match as (string | undefined)[];
    if (escaped !== undefined) return escaped;
    if (first !== undefined) values.set(first, filled[initial] ?? initial);
    return values.get(first ?? again ?? '') ?? '';
  });
  return `${text.replaceAll('\t', '  ')}\n`;
}

/** @returns the text as JavaScript that Node runs */
export function runnable(text: string, language: Language): string {
  if (language === 'javascript') return text;
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
