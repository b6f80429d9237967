import type { Rule } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

/** What a rule says of itself. */
export interface RuleSummary {
  /** The full id, `cancellation/<rule>`. */
  id: string;
  /** What it does, in one sentence with a capital and without a full stop. */
  description: string;
  /** Its severity in the preset `recommended`; undefined where it is in `strict` only. */
  recommended: 'error' | 'warn' | undefined;
  /** True where it finds nothing without type information. */
  requiresTypes: boolean;
  hasSuggestions: boolean;
}

/** @returns what each rule says of itself, in the order of their names */
export function ruleSummaries(): RuleSummary[] {
  return Object.entries(plugin.rules ?? {})
    .map(([name, { meta = {} }]) => summaryOf(`cancellation/${name}`, meta))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** @returns what a rule says of itself, by its full id */
export function findRuleSummary(id: string): RuleSummary | undefined {
  return ruleSummaries().find((rule) => rule.id === id);
}

function summaryOf(id: string, { docs = {}, hasSuggestions = false }: Rule.RuleMetaData): RuleSummary {
  const recommended = 'recommended' in docs ? docs.recommended : undefined;
  return {
    id,
    description: 'description' in docs ? capitalised(String(docs.description)) : '',
    recommended: recommended === 'error' || recommended === 'warn' ? recommended : undefined,
    requiresTypes: 'requiresTypes' in docs && docs.requiresTypes === true,
    hasSuggestions,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
