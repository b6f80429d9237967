import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rules } from '../../eslint-plugin/src/rules.js';
import { lintSource } from '../support/lint-source.js';
import { lostByCompiling } from './lost-by-compiling.js';
import { readRulePage, type Example } from './rule-page.js';

// What is published, and what many projects check, has gone through a compiler: without annotations, with `(0, module.call)()`
// for an imported function, and with `signal === null || signal === void 0` for `?.`.
const outputs = {
  'ES2017 modules': { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.ESNext },
  CommonJS: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
} as const;

const examples = rules.flatMap(({ name }) => {
  const numbers = { incorrect: 0, correct: 0 };
  return readRulePage(name)
    .examples.filter(({ isTyped }) => !isTyped)
    .map((example) => {
      numbers[example.kind] += 1;
      return { rule: name, label: `${name}, ${example.kind} ${numbers[example.kind]}`, example };
    });
});

describe.each(Object.entries(outputs))('compiled to %s', (output, options) => {
  const lost = lostByCompiling[output as keyof typeof outputs];

  it.each(examples)('$label', ({ rule, label, example }) => {
    const isReported = example.kind === 'incorrect' && !(label in lost);
    const found = rulesReporting(compiled(example, options));
    expect(label in lost ? found.filter((id) => id === rule) : found).toEqual(isReported ? [rule] : []);
  });

  it('lists no example that is not there', () => {
    const labels = examples.map(({ label }) => label);
    expect(Object.keys(lost).filter((label) => !labels.includes(label))).toEqual([]);
  });
});

function compiled({ language, code }: Example, options: ts.CompilerOptions): string {
  return ts.transpileModule(code, {
    fileName: `example.${language}`,
    compilerOptions: { ...options, jsx: ts.JsxEmit.React },
  }).outputText;
}

function rulesReporting(text: string): string[] {
  const messages = lintSource({ file: '/example.js', text });
  return [...new Set(messages.map(({ ruleId, message }) => ruleId?.replace('cancellation/', '') ?? message))];
}
