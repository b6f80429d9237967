import { ruleSummaries, type RuleSummary } from '../../engine/rule-docs.js';
import type { Paint } from '../paint.js';
import { shortRuleId } from '../../engine/rule-selection.js';

/** Lists all rules, one a line: the id, the severity in `recommended`, whether it needs types, and what it does. */
export function ruleTable(paint: Paint): string {
  const rules = ruleSummaries();
  const width = Math.max(...rules.map(({ id }) => shortRuleId(id).length));
  const rows = rules.map((rule) => [
    paint('bold', shortRuleId(rule.id).padEnd(width)),
    severityIn(rule, paint),
    paint('dim', (rule.requiresTypes ? 'needs types' : '').padEnd(11)),
    rule.description,
  ]);
  return `${rows.map((cells) => cells.join('  ')).join('\n')}\n`;
}

/** A rule outside `recommended` runs in `strict` only. */
function severityIn({ recommended }: RuleSummary, paint: Paint): string {
  if (recommended === 'error') return paint('red', 'error ');
  return recommended === 'warn' ? paint('yellow', 'warn  ') : paint('dim', 'strict');
}
