import type { Linter } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { applied } from '../support/applied.js';
import { countByRule, knownTexts, lintKnownText, waysOf, type KnownText } from '../support/known-texts.js';
import { isAtChange } from '../support/suggestion-invariants.js';
import type { Way } from '../support/rule-tester.js';
import { virtualProgram } from '../support/virtual-program.js';
import { twoDefects, uncovered } from './two-defects.js';

/** What one suggestion makes of a text that all rules have looked at in one way. */
interface Mended extends KnownText {
  way: Way;
  finding: Linter.LintMessage;
  suggestion: Linter.LintSuggestion;
  /** What all rules say before. */
  before: readonly Linter.LintMessage[];
}

/** By two rules: where they speak of the same place, or a suggestion of one takes a finding of the other away. */
const pairs = new Map<string, string[]>();
/** By two rules: where the second speaks once a suggestion of the first was made, though not where that made its change. */
const uncoverings = new Map<string, string[]>();
const brought: string[] = [];

beforeAll(async () => {
  const mended = lookAt(await knownTexts());
  // Most suggestions are the same with types and without: one text for both.
  const texts = new Map(mended.map((each) => [keyOf(each), each]));
  const { files, program } = virtualProgram([...texts.values()]);
  const fileOf = new Map([...texts.keys()].map((key, index) => [key, files[index] ?? '']));
  for (const each of mended) {
    const file = fileOf.get(keyOf(each)) ?? '';
    const after = lintKnownText(each, 'all', { file, ...(each.way === 'with types' && { program }) });
    compare(each, after);
  }
}, 300_000);

/** Lints each text in its ways, and makes each suggestion, one at a time. */
function lookAt(texts: readonly KnownText[]): Mended[] {
  const { files, program } = virtualProgram(texts);
  return texts.flatMap((each, index) =>
    waysOf(each).flatMap((way) => {
      const file = files[index] ?? '';
      const before = lintKnownText(each, 'all', { file, ...(way === 'with types' && { program }) });
      rememberSamePlaces(each, before);
      return before.flatMap((finding) =>
        (finding.suggestions ?? []).map((suggestion): Mended => {
          return { ...each, way, finding, suggestion, before, text: applied(each.text, suggestion.fix) };
        }),
      );
    }),
  );
}

function keyOf({ rule, title, language, text }: Mended): string {
  return [rule, title, language, text].join('\n');
}

function rememberSamePlaces(text: KnownText, findings: readonly Linter.LintMessage[]): void {
  for (const [index, one] of findings.entries()) {
    for (const other of findings.slice(index + 1)) {
      if (one.ruleId === other.ruleId || !overlap(one, other)) continue;
      remember(pairs, [nameOf(one), nameOf(other)].toSorted(), `${text.rule}, ${text.title}`);
    }
  }
}

/** Do they have a character in common? The findings come in the order of their starts. */
function overlap(one: Linter.LintMessage, other: Linter.LintMessage): boolean {
  const { endLine = one.line, endColumn = one.column } = one;
  return other.line < endLine || (other.line === endLine && other.column < endColumn);
}

function compare(each: Mended, after: readonly Linter.LintMessage[]): void {
  const own = nameOf(each.finding);
  const [before, now] = [countByRule(each.before), countByRule(after)];
  const place = `${each.rule}, ${each.title}, ${own}, after "${each.suggestion.desc}"`;
  for (const [id, count] of before) {
    const name = ruleName(id);
    if (name !== own && (now.get(id) ?? 0) < count) remember(pairs, [own, name].toSorted(), place);
  }
  for (const message of after) {
    const id = message.ruleId ?? message.message;
    if ((now.get(id) ?? 0) <= (before.get(id) ?? 0)) continue;
    if (isAtChange(message, each.text, each.suggestion)) brought.push(`${id}: ${place}`);
    else remember(uncoverings, [own, ruleName(id)], place);
  }
}

function nameOf({ ruleId, message }: Linter.LintMessage): string {
  return ruleName(ruleId ?? message);
}

function ruleName(id: string): string {
  return id.replace('cancellation/', '');
}

function remember(places: Map<string, string[]>, names: readonly string[], place: string): void {
  const key = names.join(', ');
  places.set(key, [...(places.get(key) ?? []), place]);
}

/** What was seen, and is not in the list of what may be. */
function unlisted(places: ReadonlyMap<string, string[]>, listed: readonly string[]): [string, string[]][] {
  return [...places].filter(([key]) => !listed.includes(key));
}

describe('two rules', () => {
  const listed = twoDefects.map(({ rules }) => rules.join(', '));

  it('do not report one defect', () => {
    expect(unlisted(pairs, listed)).toEqual([]);
  });

  it('are named as reporting two defects only where they do', () => {
    expect(listed.filter((key) => !pairs.has(key))).toEqual([]);
  });
});

describe('our suggestions', () => {
  const listed = uncovered.map(({ suggested, found }) => `${suggested}, ${found}`);

  it('bring no finding of ours where they change the text', () => {
    expect(brought).toEqual([]);
  });

  it('uncover no other finding of ours than it is said', () => {
    expect(unlisted(uncoverings, listed)).toEqual([]);
    expect(listed.filter((key) => !uncoverings.has(key))).toEqual([]);
  });
});
