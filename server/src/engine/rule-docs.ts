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
}

/** @returns what each rule says of itself, in the order of their names */
export function ruleSummaries(): RuleSummary[] {
  return Object.entries(plugin.rules ?? {})
    .map(([name, rule]) => summaryOf(`cancellation/${name}`, rule.meta?.docs ?? {}))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function summaryOf(id: string, docs: object): RuleSummary {
  const recommended = 'recommended' in docs ? docs.recommended : undefined;
  return {
    id,
    description: 'description' in docs ? capitalised(String(docs.description)) : '',
    recommended: recommended === 'error' || recommended === 'warn' ? recommended : undefined,
    requiresTypes: 'requiresTypes' in docs && docs.requiresTypes === true,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
