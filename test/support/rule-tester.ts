import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';
import plugin from '../../eslint-plugin/src/index.js';
import type { Rule } from '../../eslint-plugin/src/create-rule.js';
import { describe, expect, it } from 'vitest';
import { applied } from './applied.js';
import { readMarkedCode } from './marked-code.js';
import { checkSuggestion, type Checked } from './suggestion-invariants.js';
import { TypedProgram } from './typed-program.js';

/** One behaviour: code that is reported, and the nearest code that is not. */
export interface RuleCase {
  /** Code with a line of `~` and a message id under each finding. */
  invalid?: string;
  valid?: string;
  options?: unknown[];
  settings?: Record<string, unknown>;
  /** Whether the rule needs types for this case, has to do without, or says the same in both ways (the default). */
  types?: 'with' | 'without' | 'both';
  /** Plain JavaScript, parsed by ESLint's own parser where there are no types. */
  language?: 'ts' | 'tsx' | 'js';
}

export type Way = 'with types' | 'without types';

const programs = new Map<string, TypedProgram>();

/**
 * Runs a rule's cases. Every suggestion of every invalid case is applied and checked without being asked for, and
 * what it gives is kept in a snapshot.
 *
 * @param rule the rule under test
 * @param cases one entry per behaviour, by its name
 */
export function testRule(rule: Rule, cases: Record<string, RuleCase>): void {
  describe(rule.name, () => {
    for (const [name, each] of Object.entries(cases)) {
      const { invalid, valid, types = 'both' } = each;
      const ways: Way[] = ['without types', 'with types'].filter(
        (way): way is Way => types === 'both' || way.startsWith(`${types} `),
      );
      if (invalid !== undefined)
        it(`reports: ${name}`, () => {
          testInvalid(rule, each, invalid, ways);
        });
      if (valid !== undefined)
        it(`is silent: ${name}`, () => {
          testValid(rule, each, valid, ways);
        });
    }
  });
}

function testInvalid(rule: Rule, each: RuleCase, text: string, ways: readonly Way[]): void {
  const { code, marks } = readMarkedCode(text);
  expect(marks, 'an invalid case needs a mark').not.toEqual([]);
  const results = ways.map((way) => {
    const checked = check(rule, each, code, way);
    const places = checked.messages.map(({ line, column, endColumn, messageId }) => ({
      line,
      column,
      endColumn,
      messageId,
    }));
    expect(places, way).toEqual(marks);
    for (const message of checked.messages) {
      for (const suggestion of message.suggestions ?? []) checkSuggestion(code, message, suggestion, checked);
    }
    // Types know nothing of line ends.
    if (way === ways[0]) expectSameWithCarriageReturns(code, checked);
    return described(code, checked.messages);
  });
  expect(new Set(results).size, 'both ways say the same').toBe(1);
  expect(results[0]).toMatchSnapshot();
}

function testValid(rule: Rule, each: RuleCase, text: string, ways: readonly Way[]): void {
  const { code, marks } = readMarkedCode(text);
  expect(marks, 'a valid case has no marks').toEqual([]);
  for (const way of ways) expect(check(rule, each, code, way).messages, way).toEqual([]);
}

function check(rule: Rule, each: RuleCase, code: string, way: Way): Checked {
  const program = programOf(`case.${each.language ?? 'ts'}`);
  const relint = (text: string): Linter.LintMessage[] => lint(plugin.configs.strict.rules ?? {}, text);
  const lint = (rules: NonNullable<Linter.Config['rules']>, text: string): Linter.LintMessage[] =>
    new Linter({ cwd: process.cwd() }).verify(
      text,
      configOf(each, rules, way === 'with types' ? [program.withText(text)] : []),
      program.file,
    );
  const id = `cancellation/${rule.name}`;
  const messages = lint({ [id]: ['error', ...(each.options ?? [])] }, code);
  return { messages, relint, program };
}

function configOf(
  each: RuleCase,
  rules: NonNullable<Linter.Config['rules']>,
  types: ts.Program[],
): Linter.Config[] {
  const parserOptions = {
    ecmaFeatures: { jsx: each.language !== 'ts' },
    ...(types.length > 0 ? { programs: types } : {}),
  };
  const isPlain = each.language === 'js' && types.length === 0;
  const languageOptions = isPlain ? {} : { parser: parser as Linter.Parser, parserOptions };
  const settings = each.settings ? { cancellation: each.settings } : {};
  return [
    { files: ['**/*.{js,ts,tsx}'], plugins: { cancellation: plugin }, languageOptions, rules, settings },
  ];
}

function programOf(name: string): TypedProgram {
  const program = programs.get(name) ?? new TypedProgram(name);
  programs.set(name, program);
  return program;
}

/** What a reader of the snapshot wants to see: each message, and the code after each suggestion. */
function described(code: string, messages: readonly Linter.LintMessage[]): string {
  return messages
    .flatMap(({ message, suggestions }) => [
      message,
      ...(suggestions ?? []).map(({ desc, fix }) => `--- ${desc}\n${applied(code, fix)}`),
    ])
    .join('\n');
}

function expectSameWithCarriageReturns(code: string, { messages, relint }: Checked): void {
  const [message] = messages;
  const converted = code.replaceAll('\n', '\r\n');
  const same = relint(converted).filter(({ ruleId }) => ruleId === message?.ruleId);
  expect(
    same.map(({ line, column, messageId }) => ({ line, column, messageId })),
    'carriage returns change nothing',
  ).toEqual(messages.map(({ line, column, messageId }) => ({ line, column, messageId })));
  const results = (text: string, list: readonly Linter.LintMessage[]): string[] =>
    list.flatMap(({ suggestions }) =>
      (suggestions ?? []).map(({ fix }) => applied(text, fix).replaceAll('\r\n', '\n')),
    );
  expect(results(converted, same)).toEqual(results(code, messages));
}
