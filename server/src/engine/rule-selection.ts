import type { ESLint, Linter } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

/** The presets of the plugin. */
export const presetNames = ['recommended', 'strict'] as const;
export type PresetName = (typeof presetNames)[number];

/** What a rule's severity can be set to. */
export const ruleSeverities = ['off', 'warn', 'error'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** How people write that a rule is on or off: its severity, alone or with the rule's options behind it. */
export type RuleSetting = RuleSeverity | readonly [RuleSeverity, ...unknown[]];

/** Full rule ids, `cancellation/<rule>`, to what they are set to. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** How an editor can be told to show findings. */
export const shownSeverities = ['error', 'warning', 'information', 'hint'] as const;
export type ShownSeverity = (typeof shownSeverities)[number];

/** Full rule ids, and `*` for all others, to how their findings are shown. */
export type ShownSeverities = Readonly<Partial<Record<string, ShownSeverity>>>;

/** What a run has to know of the rules; plain data, so that it can go to another thread. */
export interface RuleSelection {
  /** The rules that are on, by their full ids, `cancellation/<rule>`. */
  rules: Readonly<Record<string, Exclude<RuleSeverity, 'off'> | readonly ['warn' | 'error', ...unknown[]]>>;
  /** What the plugin is called in the project's ESLint config, and so in comments that switch rules off. */
  namespace: string;
  /** `settings.cancellation.abortPredicates` of an ESLint config. */
  abortPredicates: readonly string[];
  /** How an editor shows the findings, where that is another way than the rules' severities say. */
  shownAs?: ShownSeverities;
}

/** What the plugin calls itself. */
const ownNamespace = 'cancellation';

/**
 * @param preset what is on to begin with
 * @param overrides what differs from it; ids that no rule has are passed over
 * @returns the selection of somebody who has no ESLint config
 */
export function presetSelection(preset: PresetName, overrides: RuleSettings = {}): RuleSelection {
  const rules = { ...plugin.configs[preset].rules, ...overrides } as RuleSettings;
  return { rules: activeRules(rules), namespace: ownNamespace, abortPredicates: [] };
}

/**
 * @param config what a project's ESLint config says of the plugin's rules; what it does not mention is off
 * @returns its selection, as far as this version of the plugin knows the rules and their options
 */
export function configSelection(config: {
  rules: RuleSettings;
  namespace: string;
  abortPredicates: readonly string[];
}): RuleSelection {
  return { ...config, rules: activeRules(config.rules) };
}

/** The selection where nobody chose one. */
export const defaultRuleSelection: RuleSelection = presetSelection('recommended');

/** The selection that runs nothing, for those who only read. */
export const emptySelection: RuleSelection = { rules: {}, namespace: ownNamespace, abortPredicates: [] };

/** @returns the part of an ESLint config that runs a selection */
export function eslintConfigOf(selection: RuleSelection): {
  plugins: Record<string, ESLint.Plugin>;
  rules: Linter.RulesRecord;
  settings: Record<string, unknown>;
} {
  const { namespace, abortPredicates } = selection;
  const rules = Object.entries(selection.rules).map(([id, entry]): [string, Linter.RuleEntry] => [
    renamed(id, ownNamespace, namespace),
    typeof entry === 'string' ? entry : [...entry],
  ]);
  return {
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(rules),
    settings: { cancellation: { abortPredicates } },
  };
}

/** @returns the full id of the rule that ESLint calls by the namespace of a selection; undefined for other plugins' rules */
export function findOwnRuleId(eslintId: string | null, { namespace }: RuleSelection): string | undefined {
  if (!eslintId?.startsWith(`${namespace}/`)) return undefined;
  const id = renamed(eslintId, namespace, ownNamespace);
  return isRuleId(id) ? id : undefined;
}

/** @returns the full id, `cancellation/<rule>`, of an id that may come without its namespace; the rule need not exist */
export function fullRuleId(given: string): string {
  return given.includes('/') ? given : `${ownNamespace}/${given}`;
}

/** @returns a rule's id without its namespace */
export function shortRuleId(id: string): string {
  return id.replace(`${ownNamespace}/`, '');
}

/** @returns true where the plugin has a rule of this full id (`cancellation/<rule>`) */
export function isRuleId(id: string): boolean {
  return findRule(id) !== undefined;
}

/** @returns the full ids of all rules, in the order of their names */
export function ruleIds(): string[] {
  return Object.keys(plugin.rules ?? {})
    .map((name) => `${ownNamespace}/${name}`)
    .sort();
}

/** @returns the address of a rule's page, by the rule's full id; empty for an unknown rule */
export function pageOfRule(id: string): string {
  return findRule(id)?.meta?.docs?.url ?? '';
}

/** @returns how many options a rule takes at most, by the rule's full id */
export function optionCountOf(id: string): number {
  const schema = findRule(id)?.meta?.schema;
  if (Array.isArray(schema)) return schema.length;
  return schema ? Infinity : 0;
}

/** @returns true where a rule, by its full id, finds nothing in a file without types */
export function needsTypes(id: string): boolean {
  const docs = findRule(id)?.meta?.docs;
  return docs !== undefined && 'requiresTypes' in docs && docs.requiresTypes === true;
}

/** @returns true where a rule that is on has an automatic fix */
export function hasAutomaticFixes({ rules }: RuleSelection): boolean {
  return Object.keys(rules).some((id) => findRule(id)?.meta?.fixable !== undefined);
}

function activeRules(settings: RuleSettings): RuleSelection['rules'] {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([id, setting]) => {
      const [severity, ...options] = typeof setting === 'string' ? ([setting] as const) : setting;
      if (severity === 'off' || !isRuleId(id)) return [];
      const taken = options.slice(0, optionCountOf(id));
      return [[id, taken.length === 0 ? severity : ([severity, ...taken] as const)]];
    }),
  );
}

function renamed(id: string, from: string, to: string): string {
  return `${to}${id.slice(from.length)}`;
}

function findRule(id: string) {
  const [namespace, name, ...rest] = id.split('/');
  if (namespace !== ownNamespace || name === undefined || rest.length > 0) return undefined;
  return Object.hasOwn(plugin.rules ?? {}, name) ? plugin.rules?.[name] : undefined;
}
