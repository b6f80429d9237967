import type { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../eslint-plugin/src/rules.js';
import { applied } from '../support/applied.js';
import { countByRule, knownTexts, lintKnownText, type KnownText } from '../support/known-texts.js';
import { root } from '../support/repository-files.js';
import { isAtChange } from '../support/suggestion-invariants.js';
import { typedOptions } from '../support/typed-program.js';
import { virtualProgram } from '../support/virtual-program.js';
import { coincidences, differences, laterRules } from './differences.js';
import { neighbourRules, neighboursFor } from './neighbours.js';

/** What each of our suggestions makes of a text. */
interface Mended extends KnownText {
  suggestion: Linter.LintSuggestion;
  /** How often each rule of the neighbours reports the text before. */
  before: Map<string, number>;
}

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
      if (id.startsWith('@typescript-eslint/no-unsafe-') && lacksModule(program, files[index] ?? ''))
        continue;
      followed.add(id);
      if (!(id in differences))
        brought.push(`${id}: ${each.rule}, ${each.title}, after "${each.suggestion.desc}"`);
    }
  }
}, 300_000);

async function reportedTexts(): Promise<KnownText[]> {
  const known = await knownTexts();
  return known.filter(({ origin, isReported }) => isReported && origin !== 'program');
}

async function lookAtReported(reported: readonly KnownText[]): Promise<Mended[]> {
  const { files, program } = virtualProgram(reported);
  const lint = neighboursFor(program);
  const mended: Mended[] = [];
  for (const [index, each] of reported.entries()) {
    const file = files[index] ?? '';
    const types = each.how.types === 'without' ? undefined : program;
    const ours = lintKnownText(each, 'own', { file, program: types });
    const suggestions = ours.flatMap((message) => message.suggestions ?? []);
    if (suggestions.length === 0 && each.origin !== 'page') continue;
    const theirs = await lint(file, each.text);
    if (each.origin === 'page') rememberOverlaps(each.rule, ours, theirs);
    const before = countByRule(theirs);
    for (const suggestion of suggestions)
      mended.push({ ...each, suggestion, before, text: applied(each.text, suggestion.fix) });
  }
  return mended;
}

/** Does the text import what is not installed here? All of that is `any` to the types. */
function lacksModule(program: ts.Program, file: string): boolean {
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .some(({ code }) => code === cannotFindModule);
}

const cannotFindModule = 2307;

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
