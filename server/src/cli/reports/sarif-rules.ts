import type { ReportingDescriptor } from 'sarif';
import { ruleSummaries } from '../../engine/rule-docs.js';
import { pageOfRule, type RuleSelection } from '../../engine/rule-selection.js';
import { pageSummary } from '../rules/page-summary.js';
import { readRulePage } from '../../engine/rule-page.js';

/**
 * Words the rules that ran as SARIF's descriptors. The whole page comes with those that found something, since that is where it is
 * read.
 *
 * @param found the full ids of the rules that found something
 * @throws the signal's reason when it aborts
 */
export async function sarifRules(
  selection: RuleSelection,
  found: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReportingDescriptor[]> {
  const rules: ReportingDescriptor[] = [];
  for (const { id, description } of ruleSummaries()) {
    const setting = selection.rules[id];
    if (setting === undefined) continue;
    const page = await readRulePage(id, signal);
    const severity = typeof setting === 'string' ? setting : setting[0];
    rules.push({
      id,
      shortDescription: { text: `${description}.` },
      fullDescription: { text: `${description}. ${pageSummary(page)}`.trim() },
      helpUri: pageOfRule(id),
      help: { text: `${description}. See ${pageOfRule(id)}`, ...(found.has(id) && { markdown: page }) },
      defaultConfiguration: { level: severity === 'error' ? 'error' : 'warning' },
      properties: { tags: ['cancellation'] },
    });
  }
  return rules;
}
