import path from 'node:path';
import plugin from 'eslint-plugin-cancellation';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import type { Finding } from '../../server/src/engine/finding.js';
import type { DescribedSignal, ExplainedStep } from '../../server/src/engine/inspect/described-signal.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { readRulePage } from '../docs/rule-page.js';
import { swallowing } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** The examples of all rule pages, by the names of the files that they stand in. */
const examples = Object.fromEntries(
  Object.keys(plugin.rules ?? {}).flatMap((rule) =>
    readRulePage(rule).examples.map(({ language, line, code }) => [
      `${rule}-${String(line)}.${language}`,
      code,
    ]),
  ),
);

function newEngine(): Engine {
  const engine = new Engine();
  onTestFinished(() => {
    engine.dispose();
  });
  return engine;
}

const selection = presetSelection('strict');
/** What is wrong with the steps that explain a finding; empty where nothing is. */
function defectsOf(steps: readonly ExplainedStep[] | undefined, finding: Finding): string[] {
  const last = steps?.at(-1);
  if (!steps || !last) return ['There is no step.'];
  const before = new Set(steps.slice(0, -1).map((step) => JSON.stringify(step)));
  const messages = steps.map(({ message }) => message);
  return [
    ...(last.message === finding.message && last.range === finding.range ? [] : ['The finding is not last.']),
    ...(finding.related.length > 0 && steps.length < 2 ? ['The related places are left out.'] : []),
    ...(before.size < steps.length - 1 ? ['A step is there twice.'] : []),
    ...messages.filter((message) => !/^[A-Z`].*[.!)]$/s.test(message)),
  ];
}

describe('the steps that explain a finding', () => {
  it.each([
    ['with types', true],
    ['without types', false],
  ])('lead to it in all examples of the pages, %s', async (_, types) => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{ "compilerOptions": { "allowJs": true, "types": [] } }',
      ...examples,
    });
    const engine = newEngine();
    const defects: Record<string, string[]> = {};
    let explained = 0;
    for (const [name, text] of Object.entries(examples)) {
      const document = { file: path.join(folder, name), text };
      const { findings } = await engine.checkText(document, { selection, types });
      for (const finding of findings) {
        const found = defectsOf(await engine.explain({ ...document, finding }, { types }), finding);
        if (found.length > 0) defects[`${name} ${finding.rule}`] = found;
        explained++;
      }
    }
    expect(defects).toEqual({});
    expect(explained).toBeGreaterThan(100);
  });
});

describe('what is known of a signal', () => {
  it('is asked at every word of all examples of the pages, and is never empty', async () => {
    const engine = newEngine();
    const strange: Record<string, DescribedSignal> = {};
    let described = 0;
    for (const [name, text] of Object.entries(examples)) {
      const document = { file: path.join('/nowhere', name), text };
      for (const { 0: word, index } of text.matchAll(/\w*(?:signal|controller)\w*/gi)) {
        const found = await engine.describeSignal({ ...document, offset: index }, { types: false });
        if (!found) continue;
        described++;
        const isWhole = found.sections.length > 0 && found.sections.every(({ facts }) => facts.length > 0);
        const words = JSON.stringify(found.sections);
        if (!isWhole || /undefined|``|`\.| {2}/.test(words)) strange[`${name} ${word}`] = found;
      }
    }
    expect(strange).toEqual({});
    expect(described).toBeGreaterThan(500);
  });

  it('stops when its signal does', async () => {
    const engine = newEngine();
    const document = { file: '/nowhere/load.ts', text: swallowing.code };
    const reason = new Error('Enough.');
    const controller = new AbortController();
    const description = engine.describeSignal(
      { ...document, offset: swallowing.code.indexOf('signal') },
      { signal: controller.signal },
    );
    controller.abort(reason);
    await expect(description).rejects.toBe(reason);
  });

  it('is nothing in a text that cannot be read', async () => {
    const engine = newEngine();
    for (const text of ['const signal = ;', 'const signal = AbortSignal.timeout(1);\0'])
      expect(await engine.describeSignal({ file: '/nowhere/a.ts', text, offset: 6 })).toBeUndefined();
  });
});
