import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../eslint-plugin/src/create-rule.js';
import plugin from '../../eslint-plugin/src/index.js';
import { rules } from '../../eslint-plugin/src/rules.js';
import { readRulePage } from '../docs/rule-page.js';
import { applied } from '../support/applied.js';
import { readMarkedCode } from '../support/marked-code.js';
import type { RuleCase } from '../support/rule-tester.js';
import { root } from '../support/repository-files.js';
import { isAtChange } from '../support/suggestion-invariants.js';
import { typedOptions } from '../support/typed-program.js';
import { coincidences, differences, laterRules } from './differences.js';
import { neighbourRules, neighboursFor } from './neighbours.js';
import { virtualProgram } from './virtual-program.js';

/** A text that one of our rules reports, from a case of its tests or from its page. */
interface Reported {
  rule: string;
  title: string;
  isPage: boolean;
  language: string;
  text: string;
  how: Pick<RuleCase, 'options' | 'settings' | 'types'>;
}

/** What each of our suggestions makes of a text. */
interface Mended extends Reported {
  suggestion: Linter.LintSuggestion;
  /** How often each rule of the neighbours reports the text before. */
  before: Map<string, number>;
}

// The files of cases are read and not run: what they hand to the tester is kept.
const tested = vi.hoisted((): { rule: Rule; cases: Record<string, RuleCase> }[] => []);
vi.mock('../support/rule-tester.js', () => ({
  testRule: (rule: Rule, cases: Record<string, RuleCase>) => {
    tested.push({ rule, cases });
  },
}));

const linter = new Linter({ cwd: process.cwd() });
const brought: string[] = [];
const followed = new Set<string>();
/** By our rule: the neighbours' rules that report the same line of an example of its page. */
const overlaps = new Map<string, Set<string>>();

beforeAll(async () => {
  const mended = await lookAtReported(await reportedTexts());
  const { files, program } = virtualProgram(mended);
  const lint = neighboursFor(program);
  for (const [index, each] of mended.entries()) {
    const after = await lint(files[index] ?? '', each.text);
    const counts = countByRule(after);
    for (const message of after) {
      const id = message.ruleId ?? message.message;
      const isNew = (counts.get(id) ?? 0) > (each.before.get(id) ?? 0);
      if (!isNew || !isAtChange(message, each.text, each.suggestion)) continue;
      followed.add(id);
      if (!(id in differences))
        brought.push(`${id}: ${each.rule}, ${each.title}, after "${each.suggestion.desc}"`);
    }
  }
}, 300_000);

async function reportedTexts(): Promise<Reported[]> {
  for (const { name } of rules) await import(`../../eslint-plugin/src/rules/${name}/${name}.test.ts`);
  const cases = tested.flatMap(({ rule, cases }) =>
    Object.entries(cases).flatMap(([title, how]): Reported[] => {
      if (how.invalid === undefined) return [];
      const { code: text } = readMarkedCode(how.invalid);
      return [{ rule: rule.name, title, isPage: false, language: how.language ?? 'ts', text, how }];
    }),
  );
  const examples = rules.flatMap(({ name: rule }) =>
    readRulePage(rule)
      .examples.filter(({ kind }) => kind === 'incorrect')
      .map(({ language, code: text, line }): Reported => {
        return { rule, title: `line ${line} of the page`, isPage: true, language, text, how: {} };
      }),
  );
  return [...cases, ...examples];
}

async function lookAtReported(reported: readonly Reported[]): Promise<Mended[]> {
  const { files, program } = virtualProgram(reported);
  const lint = neighboursFor(program);
  const mended: Mended[] = [];
  for (const [index, each] of reported.entries()) {
    const file = files[index] ?? '';
    const types = each.how.types === 'without' ? [] : [program];
    const ours = linter.verify(each.text, [ownConfig(each, types)], file);
    const suggestions = ours.flatMap((message) => message.suggestions ?? []);
    if (suggestions.length === 0 && !each.isPage) continue;
    const theirs = await lint(file, each.text);
    if (each.isPage) rememberOverlaps(each.rule, ours, theirs);
    const before = countByRule(theirs);
    for (const suggestion of suggestions)
      mended.push({ ...each, suggestion, before, text: applied(each.text, suggestion.fix) });
  }
  return mended;
}

function ownConfig({ rule, language, how }: Reported, programs: unknown[]): Linter.Config {
  const parserOptions = {
    ecmaFeatures: { jsx: language !== 'ts' },
    ...(programs.length > 0 && { programs }),
  };
  return {
    files: ['**/*.{js,jsx,ts,tsx}'],
    plugins: { cancellation: plugin },
    languageOptions: { parser, parserOptions },
    rules: { [`cancellation/${rule}`]: ['error', ...(how.options ?? [])] },
    settings: how.settings ? { cancellation: how.settings } : {},
  };
}

function rememberOverlaps(
  rule: string,
  ours: readonly Linter.LintMessage[],
  theirs: readonly Linter.LintMessage[],
): void {
  const known = overlaps.get(rule) ?? new Set();
  overlaps.set(rule, known);
  for (const { ruleId, line } of theirs) {
    const isThere = ours.some((each) => each.line === line);
    if (isThere && ruleId && !coincidences.has(ruleId)) known.add(ruleId);
  }
}

function countByRule(messages: readonly Linter.LintMessage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, message } of messages) {
    const id = ruleId ?? message;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

describe('our suggestions', () => {
  it('bring no finding of the neighbours', () => {
    expect(brought).toEqual([]);
  });

  it('differ from the neighbours where it is said, and nowhere else', () => {
    expect([...followed].toSorted()).toEqual(Object.keys(differences).toSorted());
  });
});

/** A second signal ends the process at once, and `unicorn/no-process-exit` knows handlers only where they are registered. */
const snippetDifferences = [
  'cancellable-entry-point.ts: unicorn/no-process-exit',
  'graceful-shutdown.ts: unicorn/no-process-exit',
];

it('the snippets have no other finding of the neighbours', async () => {
  const folder = path.join(root, 'extension/snippets/src');
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const lint = neighboursFor(ts.createProgram(files, typedOptions));
  const found: string[] = [];
  for (const file of files.filter((name) => !name.endsWith('.d.ts'))) {
    for (const { ruleId, message } of await lint(file, readFileSync(file, 'utf8')))
      found.push(`${path.basename(file)}: ${ruleId ?? message}`);
  }
  expect(found).toEqual(snippetDifferences);
});

describe.each(rules)('the page of $name', ({ name }) => {
  const url = new URL(`../../eslint-plugin/src/rules/${name}/${name}.md`, import.meta.url);
  const named = [
    ...readFileSync(url, 'utf8').matchAll(/`((?:@typescript-eslint|unicorn|promise)\/[\w-]+)`/g),
  ].map(([, id = '']) => id);

  it('names the rules of the neighbours that report the same', () => {
    const missing = [...(overlaps.get(name) ?? [])].filter((id) => !named.includes(id));
    expect(missing).toEqual([]);
  });

  it('names only rules that there are', () => {
    expect(named.filter((id) => !neighbourRules.has(id) && !laterRules.has(id))).toEqual([]);
  });
});
