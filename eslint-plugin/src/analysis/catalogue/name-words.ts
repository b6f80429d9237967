/**
 * Splits an identifier into its words.
 *
 * @param name in camelCase, PascalCase or snake_case, with or without leading `_`, `$` or `#`
 * @returns the words in lower case: `isDOMAbortError` gives is, dom, abort, error
 */
export function nameWords(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
