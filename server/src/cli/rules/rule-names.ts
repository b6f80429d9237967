import { distance } from 'fastest-levenshtein';
import { ruleIds, shortRuleId } from '../../engine/rule-selection.js';

const mostNames = 3;
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** @returns what to say of an id that no rule has, with those that could be meant */
export function unknownRule(given: string): string {
  const near = nearRules(shortRuleId(given));
  const question = near.length > 0 ? ` Did you mean ${alternatives.format(near)}?` : '';
  return `There is no rule ${given}.${question} cancellation-lint explain lists the rules.`;
}

/** The ids that hold what was given, or else those that are a few letters away, the nearest first. */
function nearRules(given: string): string[] {
  const names = ruleIds().map(shortRuleId);
  const word = given.toLowerCase();
  const holding = names.filter((name) => word.length > 2 && name.includes(word));
  if (holding.length > 0) return holding.slice(0, mostNames);
  const byDistance = names
    .map((name) => ({ name, away: distance(name, word) }))
    .toSorted((a, b) => a.away - b.away);
  const limit = Math.min((byDistance[0]?.away ?? 0) + 1, word.length * 0.4);
  return byDistance
    .filter(({ away }) => away <= limit)
    .map(({ name }) => name)
    .slice(0, mostNames);
}
