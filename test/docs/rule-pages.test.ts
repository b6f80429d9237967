import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../eslint-plugin/src/index.js';
import { rules } from '../../eslint-plugin/src/rules.js';
import { TypedProgram } from '../support/typed-program.js';
import { readRulePage, type Example } from './rule-page.js';

const sectionsBefore = ['What it reports', 'Why', 'Incorrect', 'Correct', 'Fix'];
const sectionsAfter = ['Not covered', 'When not to use it', 'Related'];

const programs = new Map<string, TypedProgram>();

describe.each(rules.map((rule) => [rule.name, rule] as const))('the page of %s', (name, { meta }) => {
  const page = readRulePage(name);
  const hasOptions = !Array.isArray(meta.schema) || meta.schema.length > 0;

  it('has its sections, in order', () => {
    // The settings that all rules share are no options of a rule, and may be described all the same.
    const options = hasOptions || page.sections.includes('Options') ? ['Options'] : [];
    expect(page.sections).toEqual([...sectionsBefore, ...options, ...sectionsAfter]);
  });

  it('has examples of both kinds, and no other code', () => {
    expect(page.strayBlocks).toEqual([]);
    expect(page.examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['incorrect', 'correct']));
  });

  describe.each(page.examples.map((example) => [example.line, example] as const))('line %i', (_, example) => {
    it.each(example.isTyped ? [true] : [false, true])(`${example.kind}, with types: %s`, (withTypes) => {
      const findings = lint(example, withTypes);
      const ids = new Set(findings.map(({ ruleId, message }) => ruleId ?? message));
      expect([...ids]).toEqual(example.kind === 'incorrect' ? [`cancellation/${name}`] : []);
    });
  });
});

function lint(example: Example, withTypes: boolean): Linter.LintMessage[] {
  const { language, code } = example;
  const program = programs.get(language) ?? new TypedProgram(`page.${language}`);
  programs.set(language, program);
  const parserOptions = {
    ecmaFeatures: { jsx: language.endsWith('x') },
    ...(withTypes && { programs: [program.withText(code)] }),
  };
  // Plain JavaScript without types is what ESLint's own parser is for.
  const isPlain = language.startsWith('js') && !withTypes;
  const languageOptions = isPlain ? { parserOptions } : { parser, parserOptions };
  const config: Linter.Config = {
    ...plugin.configs.strict,
    files: ['**/*.{js,jsx,ts,tsx}'],
    languageOptions,
  };
  return new Linter({ cwd: process.cwd() }).verify(code, [config], program.file);
}
