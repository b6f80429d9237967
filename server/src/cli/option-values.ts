import { InvalidArgumentError } from 'commander';
import {
  fullRuleId,
  isRuleId,
  ruleSeverities,
  type RuleSettings,
  type RuleSeverity,
} from '../engine/rule-selection.js';
import { unknownRule } from './rules/rule-names.js';

/**
 * Takes one `--rule <id>:<severity>` to those before it. The id may come without its `cancellation/`.
 *
 * @throws InvalidArgumentError, in a sentence that says what would do
 */
export function addRule(value: string, previous: RuleSettings = {}): RuleSettings {
  const [given = '', severity = '', ...rest] = value.split(':');
  const id = fullRuleId(given);
  if (!isRuleId(id)) throw new InvalidArgumentError(unknownRule(given));
  if (!isSeverity(severity) || rest.length > 0)
    throw new InvalidArgumentError(`A rule and its severity look like ${given}:${ruleSeverities.join('|')}.`);
  return { ...previous, [id]: severity };
}

/**
 * Takes one more path. An empty one is a variable that a script has not set, and would mean the whole working directory.
 *
 * @throws InvalidArgumentError where it is empty
 */
export function addPath(value: string, previous: readonly string[] = []): readonly string[] {
  if (value === '') throw new InvalidArgumentError('A path has at least one character.');
  return [...previous, value];
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

/** @throws InvalidArgumentError where the value is no whole number from 1 */
export function positiveNumber(value: string): number {
  if (!/^0*[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It takes a whole number, 1 or more.');
  return Number(value);
}

function isSeverity(word: string): word is RuleSeverity {
  return ruleSeverities.some((severity) => severity === word);
}
