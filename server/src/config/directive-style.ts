import type { DirectiveStyle } from '../engine/directives/directive-style.js';
import { needsTypes } from '../engine/rule-selection.js';
import type { DocumentConfig } from './document-config.js';

/**
 * @param rule the full id of the rule that is to be silenced
 * @returns in which comments: ESLint's, where the project's ESLint runs the rule; else our own, since ESLint complains about the name
 *   of a rule that it does not know, and about a comment that silences nothing
 */
export function directiveStyle(
  { directives, selection, eslint }: DocumentConfig,
  rule: string,
): DirectiveStyle {
  const isDeaf = eslint?.kind === 'plugin' && !eslint.plugin.hasTypes && needsTypes(rule);
  if (directives === 'own' || isDeaf) return { tool: 'cancellation' };
  return { tool: 'eslint', namespace: selection.namespace };
}
