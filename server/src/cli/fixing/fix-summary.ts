import { countOf } from '../count-of.js';
import type { FixOutcome } from './make-changes.js';

/** How the changes were asked for. */
export interface FixManner {
  suggestions?: true;
  diff?: true;
}

/** Sums up in one line what was changed, or would be, and what is left. */
export function fixSummary(outcome: FixOutcome, manner: FixManner): string {
  const { fileCount, changed, left, troubles } = outcome;
  const problems = troubles.length > 0 ? ` ${countOf(troubles.length, 'problem')} above.` : '';
  if (changed.length === 0 && left.length === 0)
    return `No findings in ${countOf(fileCount, 'file')}.${problems}`;
  return `${changedWords(outcome, manner)} ${leftWords(outcome, manner)}${problems}`;
}

function changedWords({ changed }: FixOutcome, { diff }: FixManner): string {
  if (changed.length === 0) return 'Nothing to fix.';
  const mended = changed.reduce((sum, { change }) => sum + change.mended, 0);
  return `${diff ? 'Would fix' : 'Fixed'} ${countOf(mended, 'finding')} in ${countOf(changed.length, 'file')}.`;
}

function leftWords({ left }: FixOutcome, { suggestions }: FixManner): string {
  const count = left.reduce((sum, file) => sum + file.count, 0);
  if (count === 0) return 'None left.';
  const suggested = left.reduce((sum, file) => sum + file.withSuggestions, 0);
  const hint = suggestions || suggested === 0 ? '' : ` (--suggestions has an edit for ${String(suggested)})`;
  return `${countOf(count, 'finding')} left in ${countOf(left.length, 'file')}${hint}.`;
}
