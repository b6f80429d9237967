import type { ESLint, Linter } from 'eslint';
import plugin from 'eslint-plugin-cancellation';
import promise from 'eslint-plugin-promise';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

/** What is measured of linting a code base. */
export interface Configuration {
  title: string;
  /** The plugins by the names that the rules have them by. */
  plugins: Record<string, ESLint.Plugin>;
  rules: Partial<Linter.RulesRecord>;
}

const { recommended, strict } = plugin.configs;
const ownPlugins = { cancellation: plugin };
const typed = { '@typescript-eslint': tseslint.plugin as ESLint.Plugin };

/** A lint without any rule lets ESLint forget each file sooner than any other, which nobody has. */
const idle: ESLint.Plugin = { rules: { idle: { create: () => ({}) } } };
const nothing: Omit<Configuration, 'title'> = { plugins: { idle }, rules: { 'idle/idle': 'error' } };

/** Those without types, by name; the first is what the others are compared with. */
export const withoutTypes: Record<string, Configuration> = {
  none: { title: 'parse and traverse', ...nothing },
  recommended: { title: 'recommended', plugins: ownPlugins, rules: recommended.rules ?? {} },
  strict: { title: 'strict', plugins: ownPlugins, rules: strict.rules ?? {} },
  promise: {
    title: 'eslint-plugin-promise, recommended',
    plugins: { promise: promise },
    rules: promise.configs['flat/recommended'].rules ?? {},
  },
  unicorn: {
    title: 'eslint-plugin-unicorn, recommended',
    plugins: { unicorn: unicorn },
    rules: unicorn.configs.recommended.rules as Linter.RulesRecord,
  },
};

/** Those with the types of a program that is there already, by name; the first is what the others are compared with. */
export const withTypes: Record<string, Configuration> = {
  none: { title: 'parse and traverse', ...nothing },
  recommended: { title: 'recommended', plugins: ownPlugins, rules: recommended.rules ?? {} },
  strict: { title: 'strict', plugins: ownPlugins, rules: strict.rules ?? {} },
  floating: {
    title: 'no-floating-promises of typescript-eslint',
    plugins: typed,
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  promises: {
    title: 'with no-misused-promises and return-await',
    plugins: typed,
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': 'error',
    },
  },
};
