import { describe, expect, it } from 'vitest';
import { rules } from '../../eslint-plugin/src/rules.js';
import { readRulePage } from '../docs/rule-page.js';
import { lintSource } from '../support/lint-source.js';
import { changedByRewriting } from './changed-by-rewriting.js';
import { rewritings } from './rewritings.js';
import { rewritten } from './rewriting.js';

// Whoever writes the same in another way has the same defect: the examples of the pages are reported, or not, however their
// functions, statements and expressions are written.
const examples = rules.flatMap(({ name: rule }) => {
  const numbers = { incorrect: 0, correct: 0 };
  return readRulePage(rule)
    .examples.filter(({ isTyped }) => !isTyped)
    .map((example) => {
      numbers[example.kind] += 1;
      const label = `${rule}, ${example.kind} ${numbers[example.kind]}`;
      return { label, example, found: findingsIn(example.language, example.code) };
    });
});

describe('the examples of all pages, with', () => {
  it.each(Object.entries(rewritings))('%s', (name, rewriting) => {
    const texts = examples.map(({ example }) => rewritten(example, rewriting));
    const changed = examples.filter(({ example, found }, index) => {
      const text = texts[index];
      return text !== undefined && findingsIn(example.language, text).join() !== found.join();
    });
    expect(changed.map(({ label }) => label)).toEqual(Object.keys(changedByRewriting[name] ?? {}));
    expect(
      texts.filter((text) => text !== undefined).length,
      'there is something to rewrite',
    ).toBeGreaterThan(0);
  });
});

/** The rules that report something, once for each finding; a text that does not parse counts as one. */
function findingsIn(language: string, text: string): string[] {
  return lintSource({ file: `/example.${language}`, text })
    .map(({ ruleId, message }) => ruleId ?? message)
    .sort();
}
