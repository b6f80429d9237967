import {
  isRuleId,
  presetNames,
  ruleSeverities,
  type PresetName,
  type RuleSeverity,
} from '../engine/rule-selection.js';

/** The section `cancellation` of a client's configuration. */
export interface CancellationSettings {
  /** `cancellation.preset` */
  preset: PresetName;
  /** `cancellation.rules`: a rule's full id to its severity, where it differs from the preset's. */
  rules: Record<string, RuleSeverity>;
  types: {
    /** `cancellation.types.enable`: whether TypeScript programs are loaded. */
    enable: boolean;
  };
}

/** Settings as they are used, and what was wrong with them as they were written, one sentence each. */
export interface ReadSettings {
  settings: CancellationSettings;
  problems: string[];
}

/**
 * Reads the section as a client sends it. A value that is missing or wrong becomes its default; the others count.
 *
 * @param section whatever the client sent
 */
export function readSettings(section: unknown): ReadSettings {
  const problems: string[] = [];
  const { preset, rules, types } = readObject('cancellation', section, problems);
  return {
    settings: {
      preset: readChoice('cancellation.preset', preset, presetNames, problems) ?? 'recommended',
      rules: readRules(rules, problems),
      types: { enable: readEnable(readObject('cancellation.types', types, problems).enable, problems) },
    },
    problems,
  };
}

function readRules(value: unknown, problems: string[]): CancellationSettings['rules'] {
  const rules: CancellationSettings['rules'] = {};
  for (const [id, severity] of Object.entries(readObject('cancellation.rules', value, problems))) {
    if (!isRuleId(id)) {
      problems.push(`cancellation.rules names ${shown(id)}, but there is no such rule.`);
      continue;
    }
    const read = readChoice(`cancellation.rules[${shown(id)}]`, severity, ruleSeverities, problems);
    if (read !== undefined) rules[id] = read;
  }
  return rules;
}

function readEnable(value: unknown, problems: string[]): boolean {
  if (typeof value === 'boolean') return value;
  if (!isMissing(value)) problems.push(wrong('cancellation.types.enable', value, 'true or false'));
  return true;
}

function readChoice<Choice extends string>(
  name: string,
  value: unknown,
  choices: readonly Choice[],
  problems: string[],
): Choice | undefined {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined && !isMissing(value)) {
    problems.push(wrong(name, value, choices.map(shown).join(' or ')));
  }
  return choice;
}

function readObject(name: string, value: unknown, problems: string[]): Partial<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  if (!isMissing(value)) problems.push(wrong(name, value, 'an object'));
  return {};
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function wrong(name: string, value: unknown, expected: string): string {
  return `${name} is ${shown(value)}, but has to be ${expected}; the default is used.`;
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
