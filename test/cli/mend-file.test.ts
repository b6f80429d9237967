import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendFile, type MendedFile } from '../../server/src/cli/fixing/mend-file.js';
import type { FileResult, Finding, TextEdit } from '../../server/src/engine/finding.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const nowhere = { line: 0, character: 0 };

function finding(parts: Partial<Finding>): Finding {
  return {
    rule: 'cancellation/no-swallowed-abort',
    severity: 'error',
    message: '',
    range: { start: nowhere, end: nowhere },
    page: '',
    suggestions: [],
    related: [],
    ...parts,
  };
}

/** A rule that finds each place of a word, and has an edit for it. */
interface WordRule {
  word: string;
  text: string;
  as: 'fix' | 'suggestion';
}

/** An engine with rules about words, beside a syntax error wherever there is a `}`. */
function wordEngine(rules: readonly WordRule[]) {
  let checks = 0;
  return {
    checks: () => checks,
    checkText({ file, text }: { file: string; text: string }): Promise<FileResult> {
      checks += 1;
      if (text.includes('}')) return Promise.resolve({ file, findings: [], trouble: 'Syntax error.' });
      return Promise.resolve({ file, findings: rules.flatMap((rule) => findingsOf(rule, text)) });
    },
  };
}

function findingsOf({ word, text: replacement, as }: WordRule, text: string): Finding[] {
  return Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => {
    const edit: TextEdit = { start: index, end: index + word.length, text: replacement };
    if (as === 'fix') return finding({ fix: edit });
    return finding({
      suggestions: [
        { title: 'Do.', edits: [edit] },
        { title: 'Or.', edits: [] },
      ],
    });
  });
}

async function mend(
  text: string,
  rules: readonly WordRule[],
  kind: 'fixes' | 'suggestions',
): Promise<MendedFile & { checks: number }> {
  const file = path.join(await temporaryFolder({ 'a.ts': text }), 'a.ts');
  const engine = wordEngine(rules);
  const options = { selection: presetSelection('recommended'), types: false, mend: kind };
  return { ...(await mendFile(engine, file, options)), checks: engine.checks() };
}

const fix: WordRule = { word: 'abortA', text: 'abort1', as: 'fix' };
const suggestion: WordRule = { word: 'abortB', text: 'abort2', as: 'suggestion' };

describe('the edits of a file', () => {
  it('are the autofixes', async () => {
    const { change, findings } = await mend('abortA; abortB; abortA;', [fix, suggestion], 'fixes');
    expect(change).toEqual({
      before: 'abortA; abortB; abortA;',
      after: 'abort1; abortB; abort1;',
      mended: 2,
    });
    expect(findings).toHaveLength(1);
  });

  it('are the first suggestions too where they are asked for', async () => {
    const { change, findings } = await mend('abortA; abortB;', [fix, suggestion], 'suggestions');
    expect(change?.after).toBe('abort1; abort2;');
    expect(findings).toEqual([]);
  });

  it('are made one after the other where they overlap', async () => {
    const whole: WordRule = { word: 'abortA[+]abortB', text: 'x', as: 'suggestion' };
    const overlapping = { ...whole, word: 'A abortB', text: 'Z abortB' };
    const { change, findings } = await mend('abortA abortB;', [overlapping, suggestion], 'suggestions');
    expect(change?.after).toBe('abortZ abort2;');
    expect(findings).toEqual([]);
  });

  it('are none where there is nothing to find', async () => {
    const { change, checks } = await mend('abort;', [fix], 'suggestions');
    expect(change).toBeUndefined();
    expect(checks).toBe(1);
  });
});

describe('an edit that does no good', () => {
  it('is left out where it breaks the syntax, and the others are made', async () => {
    const breaking: WordRule = { word: 'abortC', text: '}', as: 'suggestion' };
    const { change, findings } = await mend(
      'abortA; abortC; abortB; abortA;',
      [fix, breaking, suggestion],
      'suggestions',
    );
    expect(change?.after).toBe('abort1; abortC; abort2; abort1;');
    expect(findings).toHaveLength(1);
  });

  it('is left out where it breaks the syntax of a text without a word of ours', async () => {
    const breaking: WordRule = { word: 'abortC', text: 'const {', as: 'suggestion' };
    const { change, findings } = await mend('abortC;', [breaking], 'suggestions');
    expect(change).toBeUndefined();
    expect(findings).toHaveLength(1);
  });

  it('is left out where its finding stays, so that this comes to an end', async () => {
    const endless: WordRule = { word: 'abortC', text: 'abortC + abortC', as: 'suggestion' };
    const { change, findings, checks } = await mend('abortC; abortA;', [endless, fix], 'suggestions');
    expect(change?.after).toBe('abortC; abort1;');
    expect(findings).toHaveLength(1);
    expect(checks).toBeLessThan(10);
  });
});
