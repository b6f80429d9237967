/**
 * Which comments are written to silence a rule: our own, or ESLint's, in which a rule has the name that the project's config gives
 * it. ESLint complains about a comment that names a rule it does not know.
 */
export type DirectiveStyle = { tool: 'cancellation' } | { tool: 'eslint'; namespace: string };

/** @returns what a rule is called in a comment of this style, by its full id */
export function nameInComment(rule: string, style: DirectiveStyle): string {
  const name = rule.slice(rule.indexOf('/') + 1);
  return style.tool === 'eslint' ? `${style.namespace}/${name}` : name;
}
