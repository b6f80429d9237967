import { InvalidArgumentError } from 'commander';
import {
  isRuleId,
  ruleIds,
  ruleSeverities,
  type PresetName,
  type RuleSettings,
  type RuleSeverity,
} from '../engine/rule-selection.js';

/** The options of `check` as the command line gives them. */
export interface CheckOptions {
  types: boolean;
  format: 'text' | 'json';
  preset: PresetName;
  rule?: RuleSettings;
  ignore?: readonly string[];
  maxWarnings: number;
}

/**
 * Takes one `--rule <id>:<severity>` to those before it. The id may come without its `cancellation/`.
 *
 * @throws InvalidArgumentError, in a sentence that says what would do
 */
export function addRule(value: string, previous: RuleSettings = {}): RuleSettings {
  const [given = '', severity = '', ...rest] = value.split(':');
  const id = given.includes('/') ? given : `cancellation/${given}`;
  if (!isRuleId(id))
    throw new InvalidArgumentError(`There is no rule ${given}. The rules are: ${shortIds().join(', ')}.`);
  if (!isSeverity(severity) || rest.length > 0)
    throw new InvalidArgumentError(`A rule and its severity look like ${given}:${ruleSeverities.join('|')}.`);
  return { ...previous, [id]: severity };
}

/** Takes one more value of an option that can be repeated. */
export function addValue(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** @throws InvalidArgumentError where the value is no whole number from 0 */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number, 0 or more.');
  return Number(value);
}

function isSeverity(word: string): word is RuleSeverity {
  return ruleSeverities.some((severity) => severity === word);
}

function shortIds(): string[] {
  return ruleIds().map((id) => id.replace('cancellation/', ''));
}
