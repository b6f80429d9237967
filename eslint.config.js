import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import cancellation from 'eslint-plugin-cancellation';

export default defineConfig(
  // The samples and the programs of the behaviour tests hold each bug on purpose.
  globalIgnores([
    '**/build/',
    '**/dist/',
    '**/fixtures/',
    'samples/',
    'test/behaviour/programs/',
    'test/editor/failures/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  cancellation.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      // tsc knows the names, in JavaScript too.
      'no-undef': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The types of nodes are an enum of strings; tsc knows its values, and a comparison with another is its error.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['eslint-plugin/src/rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      // createRule writes these parts of a rule's meta.
      'eslint-plugin/require-meta-type': 'off',
      'eslint-plugin/require-meta-schema': 'off',
      'eslint-plugin/require-meta-has-suggestions': 'off',
    },
  },
  {
    // JavaScript's casts are comments, which this rule does not see and tsc does.
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // A suite is one function, and as long as its cases.
    files: ['**/*.test.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
