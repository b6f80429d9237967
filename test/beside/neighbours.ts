import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import promise from 'eslint-plugin-promise';
import unicorn from 'eslint-plugin-unicorn';
import type ts from 'typescript';
import tseslint from 'typescript-eslint';

const typed = ['**/*.{ts,tsx}'];
const plain = ['**/*.{js,jsx}'];

/** What projects switch on beside our rules; JavaScript goes without the rules that take types, as it does there. */
const presets = [
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: typed })),
  ...tseslint.configs.strict.map((config) => ({ ...config, files: plain })),
  { ...unicorn.configs.recommended, files: [...typed, ...plain] },
  { ...promise.configs['flat/recommended'], files: [...typed, ...plain] },
];

/** @returns a function that tells what the neighbours say of a file of the program */
export function neighboursFor(
  program: ts.Program,
): (file: string, text: string) => Promise<Linter.LintMessage[]> {
  const parserOptions = { ecmaFeatures: { jsx: true }, programs: [program] };
  const languageOptions = { parser, parserOptions };
  const overrideConfig = [...presets, { files: [...typed, ...plain], languageOptions }] as Linter.Config[];
  // ESLint itself, because it reads a configuration once where a Linter reads it for each text.
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig, allowInlineConfig: false });
  return async (filePath, text) => {
    const [result] = await eslint.lintText(text, { filePath });
    return result?.messages ?? [];
  };
}

/** Every rule of the neighbours, by the name that a configuration uses. */
export const neighbourRules: ReadonlySet<string> = new Set([
  ...Object.keys((tseslint.plugin as ESLint.Plugin).rules ?? {}).map((name) => `@typescript-eslint/${name}`),
  ...Object.keys(unicorn.rules ?? {}).map((name) => `unicorn/${name}`),
  ...Object.keys(promise.rules ?? {}).map((name) => `promise/${name}`),
]);
