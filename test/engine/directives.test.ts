import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import { readMarkedCode } from '../support/marked-code.js';

/** Code whose marks are the findings that are left. Without a comment, each `catch` is one. */
const cases: Record<string, string> = {
  'nothing is said': `
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'the next line, by the full id': `
    // cancellation-disable-next-line cancellation/no-swallowed-abort
    try { await work(signal); } catch { done(); }
  `,
  'the next line, by the short id': `
    // cancellation-disable-next-line no-swallowed-abort
    try { await work(signal); } catch { done(); }
  `,
  'the next line, in a block comment of several lines': `
    /* cancellation-disable-next-line
         no-swallowed-abort
         -- nobody waits for this */
    try { await work(signal); } catch { done(); }
  `,
  'the next line only': `
    // cancellation-disable-next-line no-swallowed-abort

    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'the line, behind it': `
    try { await work(signal); } catch { done(); } // cancellation-disable-line no-swallowed-abort
  `,
  'the line, within it': `
    try { await work(signal); } /* cancellation-disable-line no-swallowed-abort */ catch { done(); }
  `,
  'the line that has the comment only': `
    try { await work(signal); } // cancellation-disable-line no-swallowed-abort
    catch { done(); }
    ~~~~~ found
  `,
  'a line, in a comment of several lines, which says nothing': `
    try { await work(signal); } catch { done(); } /* cancellation-disable-line
                                ~~~~~ found
      no-swallowed-abort */
  `,
  'several rules': `
    // cancellation-disable-next-line no-masked-abort, cancellation/no-swallowed-abort
    try { await work(signal); } catch { done(); }
  `,
  'another rule': `
    // cancellation-disable-next-line no-masked-abort
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'no rule in particular': `
    // cancellation-disable-next-line
    try { await work(signal); } catch { done(); }
  `,
  'no rule in particular, for a reason': `
    // cancellation-disable-next-line -- nobody waits for this
    try { await work(signal); } catch { done(); }
  `,
  'a rule for a reason that names it': `
    // cancellation-disable-next-line no-masked-abort -- no-swallowed-abort has its time
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'a rule that there is not': `
    // cancellation-disable-next-line no-such-rule
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'a rule that there is not, beside one that there is': `
    // cancellation-disable-next-line no-such-rule, no-swallowed-abort
    try { await work(signal); } catch { done(); }
  `,
  'another plugin’s rule of this name': `
    // cancellation-disable-next-line other/no-swallowed-abort
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'a word that only begins like a directive': `
    // cancellation-disable-next-lines no-swallowed-abort
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'a directive that is talked about': `
    // See cancellation-disable-next-line no-swallowed-abort
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'the rest of the file': `
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
    /* cancellation-disable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
    try { await work(signal); } catch { done(); }
  `,
  'the rest of the file, in a line comment': `
    // cancellation-disable no-swallowed-abort -- a demonstration
    try { await work(signal); } catch { done(); }
  `,
  'a part of the file': `
    /* cancellation-disable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
    /* cancellation-enable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'all rules until one of them is back': `
    /* cancellation-disable */
    try { await work(signal); } catch { done(); }
    /* cancellation-enable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'all rules until another one is back': `
    /* cancellation-disable */
    /* cancellation-enable no-masked-abort */
    try { await work(signal); } catch { done(); }
  `,
  'one rule until all are back': `
    /* cancellation-disable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
    /* cancellation-enable */
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
  'the last word counts': `
    /* cancellation-enable no-swallowed-abort */
    /* cancellation-disable no-swallowed-abort */
    try { await work(signal); } catch { done(); }
  `,
  'a line, where a part of the file is over': `
    /* cancellation-disable no-swallowed-abort */
    /* cancellation-enable */
    // cancellation-disable-next-line
    try { await work(signal); } catch { done(); }
  `,
  'a text that looks like a comment': `
    const text = '/* cancellation-disable */';
    try { await work(signal); } catch { done(text); }
                                ~~~~~ found
  `,
  'ESLint’s comment for the next line': `
    // eslint-disable-next-line cancellation/no-swallowed-abort -- nobody waits for this
    try { await work(signal); } catch { done(); }
  `,
  'ESLint’s comment for a part of the file': `
    /* eslint-disable cancellation/no-swallowed-abort */
    try { await work(signal); } catch { done(); }
    /* eslint-enable */
    try { await work(signal); } catch { done(); }
                                ~~~~~ found
  `,
};

describe('a comment that silences', () => {
  const engine = new Engine();
  afterAll(() => {
    engine.dispose();
  });

  const head = `export async function run(work: (signal: AbortSignal) => Promise<void>, done: (text?: string) => void, signal: AbortSignal) {\n`;

  it.each(Object.entries(cases))('%s', async (_, marked) => {
    const { code, marks } = readMarkedCode(marked);
    for (const newline of ['\n', '\r\n', '\r']) {
      const text = `${head}${code}}\n`.replaceAll('\n', newline);
      const { findings, trouble } = await engine.checkText(
        { file: '/nowhere/case.ts', text },
        { types: false },
      );
      expect(trouble).toBeUndefined();
      expect(findings.map(({ range: { start } }) => [start.line, start.character])).toEqual(
        marks.map(({ line, column }) => [line, column - 1]),
      );
    }
  });

  it('stands between the children of an element', async () => {
    const text = `export async function page(signal: AbortSignal) {
  return (
    <div>
      {/* cancellation-disable-next-line forward-abort-signal */}
      <p>{await fetch('/')}</p>
    </div>
  );
}
`;
    const check = async (code: string): Promise<number> =>
      (await engine.checkText({ file: '/nowhere/case.tsx', text: code }, { types: false })).findings.length;
    expect(await check(text.replace('disable', 'ignore'))).toBe(1);
    expect(await check(text)).toBe(0);
  });
});
