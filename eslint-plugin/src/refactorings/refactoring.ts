import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** Where a refactoring is asked for: offsets of the text, the end left out. */
export interface Selection {
  start: number;
  end: number;
}

/** A rule that no preset has: it reports what can be changed at one place, where nothing is wrong. */
export type Refactoring = Omit<TSESLint.RuleModule<'change', readonly [Selection]>, 'defaultOptions'>;

/** @returns what every refactoring says of itself to ESLint */
export function metaOf(title: string): Refactoring['meta'] {
  return {
    type: 'suggestion',
    hasSuggestions: true,
    messages: { change: title },
    schema: [
      {
        type: 'object',
        properties: { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
        required: ['start', 'end'],
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ start: 0, end: 0 }],
  };
}

/** Is the whole selection within a range? */
export function holds([start, end]: TSESTree.Range, selection: Selection): boolean {
  return start <= selection.start && selection.end <= end;
}
