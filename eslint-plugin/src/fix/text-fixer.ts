import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** Makes the edits of fixes outside of a rule, as ESLint makes them for one. */
export const textFixer: TSESLint.RuleFixer = {
  insertTextAfter: (place, text) => insertion(place.range[1], text),
  insertTextAfterRange: ([, end], text) => insertion(end, text),
  insertTextBefore: (place, text) => insertion(place.range[0], text),
  insertTextBeforeRange: ([start], text) => insertion(start, text),
  remove: ({ range }) => ({ range, text: '' }),
  removeRange: (range) => ({ range: [...range], text: '' }),
  replaceText: ({ range }, text) => ({ range, text }),
  replaceTextRange: (range, text) => ({ range: [...range], text }),
};

function insertion(offset: number, text: string): { range: TSESTree.Range; text: string } {
  return { range: [offset, offset], text };
}
