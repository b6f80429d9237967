import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type ts from 'typescript';
import { vi } from 'vitest';
import type { Rule } from '../../eslint-plugin/src/create-rule.js';
import plugin from '../../eslint-plugin/src/index.js';
import { rules } from '../../eslint-plugin/src/rules.js';
import { readRulePage } from '../docs/rule-page.js';
import { readMarkedCode } from './marked-code.js';
import { repositoryFiles, root } from './repository-files.js';
import type { RuleCase, Way } from './rule-tester.js';

/** A text that the project knows, and what it knows it for. */
export interface KnownText {
  /** The rule that it belongs to. */
  rule: string;
  title: string;
  origin: 'case' | 'page' | 'program';
  /** Whether the rule reports it. */
  isReported: boolean;
  language: string;
  text: string;
  how: Pick<RuleCase, 'options' | 'settings' | 'types'>;
}

// The files of cases are read and not run: what they hand to the tester is kept.
const tested = vi.hoisted((): { rule: Rule; cases: Record<string, RuleCase> }[] => []);
vi.mock('./rule-tester.js', () => ({
  testRule: (rule: Rule, cases: Record<string, RuleCase>) => {
    tested.push({ rule, cases });
  },
}));

const linter = new Linter({ cwd: process.cwd() });

/** @returns the cases of all rules, the examples of their pages and the programs of the behaviour tests */
export async function knownTexts(): Promise<KnownText[]> {
  for (const { name } of rules) await import(`../../eslint-plugin/src/rules/${name}/${name}.test.ts`);
  return [
    ...tested.flatMap(({ rule, cases }) => textsOfCases(rule.name, cases)),
    ...examples(),
    ...programs(),
  ];
}

function textsOfCases(rule: string, cases: Record<string, RuleCase>): KnownText[] {
  return Object.entries(cases).flatMap(([name, how]) =>
    [true, false].flatMap((isReported): KnownText[] => {
      const marked = isReported ? how.invalid : how.valid;
      if (marked === undefined) return [];
      const { language = 'ts' } = how;
      const title = `${isReported ? 'reports' : 'is silent'}: ${name}`;
      return [{ rule, title, origin: 'case', isReported, language, text: readMarkedCode(marked).code, how }];
    }),
  );
}

function examples(): KnownText[] {
  return rules.flatMap(({ name: rule }) =>
    readRulePage(rule).examples.map(({ language, kind, isTyped, code: text, line }): KnownText => {
      const how = isTyped ? { types: 'with' as const } : {};
      const title = `line ${line} of the page`;
      return { rule, title, origin: 'page', isReported: kind === 'incorrect', language, text, how };
    }),
  );
}

function programs(): KnownText[] {
  return repositoryFiles('test/behaviour/programs/*.ts')
    .map((file) => ({ title: path.basename(file), text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ title }) => !title.endsWith('.scenario.ts'))
    .map(({ title, text }): KnownText => {
      const [rule = ''] = title.split('.');
      const isReported = title === `${rule}.ts`;
      return { rule, title, origin: 'program', isReported, language: 'ts', text, how: {} };
    });
}

/** @returns the ways in which a text is to be linted */
export function waysOf({ how: { types = 'both' } }: KnownText): Way[] {
  return (['with types', 'without types'] as const).filter(
    (way) => types === 'both' || way.startsWith(`${types} `),
  );
}

/**
 * Lints a text with its own options and settings.
 *
 * @param on `all` for every rule, as the preset `strict` switches them on; `own` for the rule that the text belongs to
 * @param program a program that holds the file; without one the rules run without types
 */
export function lintKnownText(
  { rule, language, text, how }: KnownText,
  on: 'all' | 'own',
  { file, program }: { file: string; program?: ts.Program | undefined },
): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,ts,tsx}'],
    plugins: { cancellation: plugin },
    languageOptions: {
      parser,
      parserOptions: {
        ecmaFeatures: { jsx: language !== 'ts' },
        ...(program && { programs: [program] }),
      },
    },
    rules: {
      ...(on === 'all' && plugin.configs.strict.rules),
      [`cancellation/${rule}`]: ['error', ...(how.options ?? [])],
    },
    settings: how.settings ? { cancellation: how.settings } : {},
  };
  return linter.verify(text, [config], file);
}

/** @returns how often each rule speaks; what ESLint itself has to say counts by its words */
export function countByRule(messages: readonly Linter.LintMessage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, message } of messages) {
    const id = ruleId ?? message;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
