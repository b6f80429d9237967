import type { Linter } from 'eslint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectiveStyle } from '../../server/src/engine/directives/directive-style.js';
import { Engine } from '../../server/src/engine/engine.js';
import type { Finding, TextEdit } from '../../server/src/engine/finding.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { knownTexts, lintKnownText, type KnownText } from '../support/known-texts.js';

const own: DirectiveStyle = { tool: 'cancellation' };
const eslints: DirectiveStyle = { tool: 'eslint', namespace: 'cancellation' };

describe('each finding of the rules’ pages', () => {
  const engine = new Engine();
  const options = { types: false, selection: presetSelection('strict') };
  let texts: KnownText[];

  beforeAll(async () => {
    texts = (await knownTexts()).filter(({ isReported, origin }) => isReported && origin === 'page');
    return () => {
      engine.dispose();
    };
  });

  afterAll(() => {
    expect(texts.length).toBeGreaterThan(100);
  });

  it.each([
    ['our comments', own],
    ['ESLint’s', eslints],
  ])('can be silenced by %s, and nothing else changes', { timeout: 300_000 }, async (_, style) => {
    const complaints: string[] = [];
    for (const known of texts) {
      complaints.push(...(await complaintsAbout(known, style)));
    }
    expect(complaints).toEqual([]);
  });

  async function complaintsAbout(known: KnownText, style: DirectiveStyle): Promise<string[]> {
    const document = { file: `/nowhere/case.${known.language}`, text: known.text };
    const { findings } = await engine.checkText(document, options);
    const complaints: string[] = [];
    for (const finding of findings) {
      const offset = offsetOf(known.text, finding.range.start);
      const edits = await engine.disableEdits({ ...document, rule: finding.rule, offset, style });
      // What is written for files differs between the styles in nothing but words.
      for (const extent of style === own ? (['line', 'file'] as const) : (['line'] as const)) {
        const edit = edits?.[extent];
        const label = `${known.rule}, ${known.title}, ${finding.rule}, ${extent}`;
        if (edit)
          complaints.push(
            ...(await look(known, { finding, findings, edit, extent, style })).map(
              (each) => `${label}: ${each}`,
            ),
          );
        else complaints.push(`${label}: not offered`);
      }
    }
    return complaints;
  }

  async function look(
    known: KnownText,
    { finding, findings, edit, extent, style }: Silencing,
  ): Promise<string[]> {
    const text = known.text.slice(0, edit.start) + edit.text + known.text.slice(edit.end);
    const after = await engine.checkText({ file: `/nowhere/case.${known.language}`, text }, options);
    if (after.trouble !== undefined) return [after.trouble];
    const isMeant = (each: Finding): boolean =>
      each.rule === finding.rule && (extent === 'file' || each.range.start.line === finding.range.start.line);
    const left = findings.filter((each) => !isMeant(each)).map(said);
    const found = after.findings.map(said);
    return [
      ...(JSON.stringify(found) === JSON.stringify(left)
        ? []
        : [`${found.join()} is left instead of ${left.join()}\n${text}`]),
      ...(tokensOf(text) === tokensOf(known.text) ? [] : ['the code changes']),
      ...(style.tool === 'eslint' ? complaintsOfEslint({ ...known, text }) : []),
    ];
  }
});

interface Silencing {
  finding: Finding;
  findings: readonly Finding[];
  edit: TextEdit;
  extent: 'line' | 'file';
  style: DirectiveStyle;
}

function said({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

function offsetOf(text: string, { line, character }: Finding['range']['start']): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** The code without its comments and white space; what stands between the children of an element is neither. */
function tokensOf(text: string): string {
  const code = ts.transpileModule(text, {
    fileName: 'case.tsx',
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      jsx: ts.JsxEmit.React,
      removeComments: true,
      verbatimModuleSyntax: true,
    },
  }).outputText;
  return code.replaceAll(/\s+/g, ' ');
}

/** What ESLint itself has to say, which has no rule. */
function complaintsOfEslint(known: KnownText): string[] {
  return lintKnownText(known, 'all', { file: `case.${known.language}` })
    .filter(({ ruleId }: Linter.LintMessage) => ruleId === null)
    .map(({ message }) => message);
}
