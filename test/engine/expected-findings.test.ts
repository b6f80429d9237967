import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/engine/finding.js';
import { expectFindings } from '../../server/src/session/expected-findings.js';
import { positionAt } from '../support/lsp/text-positions.js';

const text = 'first();\nsecond();\nthird();\n';

describe('what types are expected to say after an edit', () => {
  it('is what they said before, where the edit moved it', () => {
    const [quick, added] = [findingAt(text, 'first'), findingAt(text, 'third')];
    const edited = `// A comment.\n${text}`;
    const stillQuick = findingAt(edited, 'first');
    expect(expectFindings({ text, quick: [quick], typed: [quick, added] }, edited, [stillQuick])).toEqual([
      stillQuick,
      findingAt(edited, 'third'),
    ]);
  });

  it('is nothing where they had found an alarm to be false', () => {
    const refuted = findingAt(text, 'second');
    const edited = text.replace('third', 'fourth');
    const again = findingAt(edited, 'second');
    expect(expectFindings({ text, quick: [refuted], typed: [] }, edited, [again])).toEqual([]);
    expect(expectFindings({ text, quick: [refuted], typed: [refuted] }, edited, [again])).toEqual([again]);
  });

  it.each(['seconds();', 'sec();', 'do(second());', 'one(); second();'])(
    'is unknown where the edit touched it: %s',
    (replacement) => {
      const added = findingAt(text, 'second();');
      const edited = text.replace('second();', replacement);
      expect(expectFindings({ text, quick: [], typed: [added] }, edited, [])).toEqual([]);
    },
  );

  it('is what they said of the very same text', () => {
    const added = findingAt(text, 'third');
    expect(expectFindings({ text, quick: [], typed: [added] }, text, [])).toEqual([added]);
  });

  it('is that all is still there, where nobody knows what was found without them', () => {
    const [refuted, added] = [findingAt(text, 'first'), findingAt(text, 'third')];
    expect(expectFindings({ text, typed: [added] }, text, [refuted])).toEqual([refuted, added]);
  });

  it('is unknown where nothing was checked before', () => {
    const quick = [findingAt(text, 'first')];
    expect(expectFindings(undefined, text, quick)).toEqual(quick);
  });

  it('moves the edits and places that belong to a finding', () => {
    const before = complete(text);
    const edited = text.replace('first', 'the_very_first');
    expect(expectFindings({ text, quick: [], typed: [before] }, edited, [])).toEqual([complete(edited)]);
  });
});

function complete(source: string): Finding {
  const start = source.indexOf('third');
  const edit = { start, end: start + 'third'.length, text: 'last' };
  const { range } = findingAt(source, 'second');
  return {
    ...findingAt(source, 'third'),
    fix: edit,
    suggestions: [{ title: 'Say last.', edits: [edit] }],
    related: [{ range, message: 'This comes before.' }],
  };
}

function findingAt(source: string, piece: string): Finding {
  const start = source.indexOf(piece);
  return {
    rule: 'cancellation/no-swallowed-abort',
    severity: 'error',
    message: `Not ${piece}.`,
    range: { start: positionAt(source, start), end: positionAt(source, start + piece.length) },
    page: '',
    suggestions: [],
    related: [],
  };
}
