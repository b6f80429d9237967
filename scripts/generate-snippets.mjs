/** @typedef {import('./generate-source.mjs').Generated} Generated */
/** @typedef {import('./read-snippets.mjs').Snippet} Snippet */

/**
 * The extension's snippets, one file for TypeScript and one for JavaScript.
 *
 * @param {readonly Snippet[]} snippets
 * @returns {Generated[]}
 */
export function generateSnippets(snippets) {
  const languages = /** @type {const} */ (['typescript', 'javascript']);
  return languages.map((language) => ({
    file: `extension/snippets/${language}.code-snippets`,
    text: JSON.stringify(
      Object.fromEntries(
        snippets.map((snippet) => {
          const { title, prefix, description } = snippet;
          return [title, { prefix, description, body: body(snippet[language], snippet.placeholders) }];
        }),
      ),
    ),
  }));
}

/**
 * @param {string} code
 * @param {readonly string[]} placeholders
 * @returns {string[]} the lines as an editor takes them, indented by tabs, which become what its settings say
 */
function body(code, placeholders) {
  const alternatives = [...placeholders].sort((a, b) => b.length - a.length).map(escapedForPattern);
  const pattern = new RegExp(`(?<![\\w$])(?:${alternatives.join('|')})(?![\\w$])|[\\\\$]`, 'g');
  /** @type {Set<string>} */
  const seen = new Set();
  const text = code.replaceAll(pattern, (match) => {
    const stop = placeholders.indexOf(match) + 1;
    if (stop === 0) return `\\${match}`;
    if (seen.has(match)) return `$${stop}`;
    seen.add(match);
    return `\${${stop}:${match}}`;
  });
  const unused = placeholders.filter((placeholder) => !seen.has(placeholder));
  if (unused.length > 0) throw new Error(`A snippet does not hold its placeholders ${unused.join(', ')}.`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^(?: {2})+/, (spaces) => '\t'.repeat(spaces.length / 2)));
}

/** @param {string} text */
function escapedForPattern(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
