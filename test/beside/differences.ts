/** Rules of the neighbours that some of our suggestions do not follow, and why they do not. */
export const differences: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-confusing-void-expression':
    '`return await` keeps what is returned, nothing included; what stands after it is not ours to move.',
  '@typescript-eslint/prefer-promise-reject-errors':
    'A reason is `any` to the types of the DOM, and the platform rejects with it as it is; a cast is for the author to write.',
  '@typescript-eslint/no-unnecessary-condition':
    '`signal?.` stays where only types tell that the signal is always there: suggestions are the same without types.',
  '@typescript-eslint/no-unsafe-argument':
    'A reason is `any` to the types of the DOM; where it is handed on, a cast is for the author to write.',
  'unicorn/consistent-function-scoping':
    'A listener that gets a name, so that it can be taken off, stays where it was made.',
  'unicorn/numeric-separators-style': 'The digits of thousands are set apart, which is a matter of taste.',
  'unicorn/no-lonely-if':
    'A condition goes around one statement, and what stands around that is left as it is.',
  'unicorn/no-process-exit':
    'The process has to end there, which the code did before or the rule is there to ask for.',
  'unicorn/no-useless-undefined': 'The types of `resolve` and `return` ask for the argument.',
  'unicorn/prefer-ternary': 'Both branches throw, and no value is chosen.',
};

/** Rules that report something else in the same line of an example. */
export const coincidences: ReadonlySet<string> = new Set([
  '@typescript-eslint/no-confusing-void-expression',
  '@typescript-eslint/prefer-promise-reject-errors',
  '@typescript-eslint/restrict-template-expressions',
  'promise/no-return-wrap',
  'unicorn/catch-error-name',
  'unicorn/no-await-expression-member',
  'unicorn/no-useless-promise-resolve-reject',
]);

/** Rules that came with versions of eslint-plugin-unicorn which take a newer Node than the project's oldest. */
export const laterRules: ReadonlySet<string> = new Set([
  'unicorn/prefer-abort-signal-any',
  'unicorn/prefer-abort-signal-timeout',
]);
