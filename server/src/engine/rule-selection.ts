import type { Linter } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

/** The presets of the plugin. */
export const presetNames = ['recommended', 'strict'] as const;
export type PresetName = (typeof presetNames)[number];

/** What a rule's severity can be set to. */
export const ruleSeverities = ['off', 'warn', 'error'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** Which rules run: a preset, and what differs from it. */
export interface RuleSelection {
  preset: PresetName;
  /** Full rule id, `cancellation/<rule>`, to severity. Ids that no rule has are passed over. */
  rules: Readonly<Record<string, RuleSeverity>>;
}

/** The selection where nobody chose one. */
export const defaultRuleSelection: RuleSelection = { preset: 'recommended', rules: {} };

/** @returns true where the plugin has a rule of this full id (`cancellation/<rule>`) */
export function isRuleId(id: string): boolean {
  return findRule(id) !== undefined;
}

/** @returns the full ids of all rules, in the order of their names */
export function ruleIds(): string[] {
  return Object.keys(plugin.rules ?? {})
    .map((name) => `cancellation/${name}`)
    .sort();
}

/** @returns the address of a rule's page, by the rule's full id; empty for an unknown rule */
export function pageOfRule(id: string): string {
  return findRule(id)?.meta?.docs?.url ?? '';
}

/** @returns the rules' section of an ESLint config for a selection */
export function rulesRecord(selection: RuleSelection): Partial<Linter.RulesRecord> {
  const overrides = Object.entries(selection.rules).filter(([id]) => isRuleId(id));
  return { ...plugin.configs[selection.preset].rules, ...Object.fromEntries(overrides) };
}

function findRule(id: string) {
  const [namespace, name, ...rest] = id.split('/');
  if (namespace !== 'cancellation' || name === undefined || rest.length > 0) return undefined;
  return Object.hasOwn(plugin.rules ?? {}, name) ? plugin.rules?.[name] : undefined;
}
