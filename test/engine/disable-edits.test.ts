import { afterAll, describe, expect, it } from 'vitest';
import type { DirectiveStyle } from '../../server/src/engine/directives/directive-style.js';
import { Engine } from '../../server/src/engine/engine.js';
import type { Finding } from '../../server/src/engine/finding.js';
import { offsetAt } from '../support/lsp/text-positions.js';

/** Code with a finding, which is the first if there are several, and what becomes of it. */
interface Shape {
  code: string;
  /** The code in which the line is silenced, or nothing where that cannot be. */
  line?: string;
  /** The same of the file. */
  file?: string;
  style?: DirectiveStyle;
  language?: 'tsx' | 'js';
}

const eslints: DirectiveStyle = { tool: 'eslint', namespace: 'abort' };

const open = 'export async function load(signal: AbortSignal) {\n';
const nextLine = '// cancellation-disable-next-line forward-abort-signal\n';

const lines: Record<string, Shape> = {
  'above the line, with its indentation': {
    code: `${open}\treturn await fetch('/');\n}\n`,
    line: `${open}\t${nextLine}\treturn await fetch('/');\n}\n`,
  },
  'above the line in which the finding begins, within a statement': {
    code: `${open}  return {\n    body: await fetch('/'),\n  };\n}\n`,
    line: `${open}  return {\n    ${nextLine}    body: await fetch('/'),\n  };\n}\n`,
  },
  'between a comment and its line': {
    code: `${open}  // Load it.\n  return await fetch('/');\n}\n`,
    line: `${open}  // Load it.\n  ${nextLine}  return await fetch('/');\n}\n`,
  },
  'in the first line': {
    code: `export const load = async (signal: AbortSignal) => await fetch('/');\n`,
    line: `${nextLine}export const load = async (signal: AbortSignal) => await fetch('/');\n`,
  },
  'behind a byte order mark': {
    code: `\uFEFFexport const load = async (signal: AbortSignal) => await fetch('/');\n`,
    line: `\uFEFF${nextLine}export const load = async (signal: AbortSignal) => await fetch('/');\n`,
  },
  'with the line ends of Windows': {
    code: `${open}  return await fetch('/');\n}\n`.replaceAll('\n', '\r\n'),
    line: `${open}  ${nextLine}  return await fetch('/');\n}\n`.replaceAll('\n', '\r\n'),
  },
  'in the comment that is there, before its reason': {
    code: `${open}  // cancellation-disable-next-line no-swallowed-abort -- as ever\n  return await fetch('/');\n}\n`,
    line: `${open}  // cancellation-disable-next-line no-swallowed-abort, forward-abort-signal -- as ever\n  return await fetch('/');\n}\n`,
  },
  'in the block comment that is there': {
    code: `${open}  /* cancellation-disable-next-line no-swallowed-abort, */\n  return await fetch('/');\n}\n`,
    line: `${open}  /* cancellation-disable-next-line no-swallowed-abort, forward-abort-signal */\n  return await fetch('/');\n}\n`,
  },
  'in the comment that is there, at the end of the line': {
    code: `${open}  return await fetch('/'); // cancellation-disable-line no-swallowed-abort\n}\n`,
    line: `${open}  return await fetch('/'); // cancellation-disable-line no-swallowed-abort, forward-abort-signal\n}\n`,
  },
  'at the end of the line, where another tool speaks of it right above': {
    code: `${open}  // @ts-expect-error\n  const status: number = await fetch('/');\n  return status;\n}\n`,
    line: `${open}  // @ts-expect-error\n  const status: number = await fetch('/'); // cancellation-disable-line forward-abort-signal\n  return status;\n}\n`,
  },
  'at the end of the line, where ESLint’s comment for other rules stands above': {
    code: `${open}  // eslint-disable-next-line no-undef -- known\n  return await fetch('/');\n}\n`,
    line: `${open}  // eslint-disable-next-line no-undef -- known\n  return await fetch('/'); // cancellation-disable-line forward-abort-signal\n}\n`,
  },
  'before the call, where there is a comment above and one behind': {
    code: `${open}  // prettier-ignore\n  return await fetch('/'); // the start page\n}\n`,
    line: `${open}  // prettier-ignore\n  return await /* cancellation-disable-line forward-abort-signal */ fetch('/'); // the start page\n}\n`,
  },
  'before the call, within a text of several lines': {
    code: `${open}  return \`a\n    \${await fetch('/')}\n    b\`;\n}\n`,
    line: `${open}  return \`a\n    \${await /* cancellation-disable-line forward-abort-signal */ fetch('/')}\n    b\`;\n}\n`,
  },
  'at the end of the line, which ends a text of several lines': {
    code: `${open}  return \`a\n    b\${await fetch('/')}\`;\n}\n`,
    line: `${open}  return \`a\n    b\${await fetch('/')}\`; // cancellation-disable-line forward-abort-signal\n}\n`,
  },
  'between the children of an element': {
    language: 'tsx',
    code: `${open}  return (\n    <p>\n      <b>{await fetch('/')}</b>\n    </p>\n  );\n}\n`,
    line: `${open}  return (\n    <p>\n      {/* cancellation-disable-next-line forward-abort-signal */}\n      <b>{await fetch('/')}</b>\n    </p>\n  );\n}\n`,
  },
  'before the call, where the text of an element goes on': {
    language: 'tsx',
    code: `${open}  return (\n    <p>\n      Status:\n      {await fetch('/')} at last\n    </p>\n  );\n}\n`,
    line: `${open}  return (\n    <p>\n      Status:\n      {await /* cancellation-disable-line forward-abort-signal */ fetch('/')} at last\n    </p>\n  );\n}\n`,
  },
  'before an element that is no child': {
    language: 'tsx',
    code: `${open}  return (\n    <p title={String(await fetch('/'))} />\n  );\n}\n`,
    line: `${open}  return (\n    ${nextLine.trim()}\n    <p title={String(await fetch('/'))} />\n  );\n}\n`,
  },
  'among the attributes of an element': {
    language: 'tsx',
    code: `${open}  return <p\n    title={String(await fetch('/'))}\n  >text</p>;\n}\n`,
    line: `${open}  return <p\n    ${nextLine.trim()}\n    title={String(await fetch('/'))}\n  >text</p>;\n}\n`,
  },
  'in ESLint’s words, with the name that the config gives the plugin': {
    style: eslints,
    code: `${open}  return await fetch('/');\n}\n`,
    line: `${open}  // eslint-disable-next-line abort/forward-abort-signal\n  return await fetch('/');\n}\n`,
  },
  'in ESLint’s comment that is there': {
    style: eslints,
    code: `${open}  // eslint-disable-next-line no-undef -- known\n  return await fetch('/');\n}\n`,
    line: `${open}  // eslint-disable-next-line no-undef, abort/forward-abort-signal -- known\n  return await fetch('/');\n}\n`,
  },
};

const body = `${open}  return await fetch('/');\n}\n`;
const whole = '/* cancellation-disable forward-abort-signal */';

// In pieces, since the runner of these tests looks for it too.
const environment = ['/** @jest', 'environment jsdom */'].join('-');

const files: Record<string, Shape> = {
  'at the top': { code: body, file: `${whole}\n${body}` },
  'at the top, with the line ends of Windows': {
    code: body.replaceAll('\n', '\r\n'),
    file: `${whole}\n${body}`.replaceAll('\n', '\r\n'),
  },
  'behind a byte order mark': { code: `\uFEFF${body}`, file: `\uFEFF${whole}\n${body}` },
  'before a comment about the first function': {
    code: `// Loads it.\n${body}`,
    file: `${whole}\n// Loads it.\n${body}`,
  },
  'behind a hashbang': {
    code: `#!/usr/bin/env node\n${body}`,
    file: `#!/usr/bin/env node\n${whole}\n${body}`,
  },
  'behind the licence': {
    code: `/*\n * Copyright\n */\n\n${body}`,
    file: `/*\n * Copyright\n */\n${whole}\n\n${body}`,
  },
  'behind a licence of several lines, before what else is said': {
    code: `// Licensed under\n// the MIT licence.\n\n// Loads it.\n${body}`,
    file: `// Licensed under\n// the MIT licence.\n${whole}\n\n// Loads it.\n${body}`,
  },
  'behind what a test runner looks for at the top': {
    code: `${environment}\n${body}`,
    file: `${environment}\n${whole}\n${body}`,
  },
  'behind the directives of the program': {
    code: `#!/usr/bin/env node\n// Licence: MIT\n'use strict'; // of course\n'use client';\n${body}`,
    file: `#!/usr/bin/env node\n// Licence: MIT\n'use strict'; // of course\n'use client';\n${whole}\n${body}`,
  },
  'behind such a directive with a comment': {
    code: `'use strict'; // of course\n${body}`,
    file: `'use strict'; // of course\n${whole}\n${body}`,
  },
  'between such a directive and code on its line': {
    code: `'use strict'; ${body}`,
    file: `'use strict'; ${whole} ${body}`,
  },
  'in the comment that is there': {
    code: `'use strict';\n/* cancellation-disable no-swallowed-abort -- a sample */\n${body}`,
    file: `'use strict';\n/* cancellation-disable no-swallowed-abort, forward-abort-signal -- a sample */\n${body}`,
  },
  'not at all, where a comment lets the rule speak again': {
    code: `/* cancellation-disable no-swallowed-abort */\n/* cancellation-enable */\n${body}`,
  },
  'in ESLint’s words': {
    style: eslints,
    code: `// eslint-disable no-undef\n${body}`,
    file: `/* eslint-disable abort/forward-abort-signal */\n// eslint-disable no-undef\n${body}`,
  },
  'in ESLint’s comment that is there': {
    style: eslints,
    code: `/* eslint-disable no-undef */\n${body}`,
    file: `/* eslint-disable no-undef, abort/forward-abort-signal */\n${body}`,
  },
};

describe.each([
  ['line', lines],
  ['file', files],
] as const)('a comment for the %s is written', (extent, shapes) => {
  const engine = new Engine();
  afterAll(() => {
    engine.dispose();
  });

  async function findingsOf(text: string, { language = 'ts' }: { language?: string }): Promise<Finding[]> {
    // As if a project called the plugin so.
    const selection = {
      rules: { 'cancellation/forward-abort-signal': 'error' },
      abortPredicates: [],
    } as const;
    const namespace = text.includes('abort/') ? 'abort' : 'cancellation';
    const document = { file: `/nowhere/case.${language}`, text };
    const options = { types: false, selection: { ...selection, namespace } };
    const { findings, trouble } = await engine.checkText(document, options);
    expect(trouble).toBeUndefined();
    return findings;
  }

  it.each(Object.entries<Shape>(shapes))('%s', async (_, shape) => {
    const { code, style = { tool: 'cancellation' }, language = 'ts', [extent]: expected } = shape;
    const [finding, ...others] = await findingsOf(code, shape);
    if (!finding) throw new Error('There is no finding.');
    expect(others).toEqual([]);
    const offset = offsetAt(code, finding.range.start);
    const document = { file: `/nowhere/case.${language}`, text: code };
    const edits = await engine.disableEdits({ ...document, rule: finding.rule, offset, style });
    const edit = edits?.[extent];
    const written = edit && code.slice(0, edit.start) + edit.text + code.slice(edit.end);
    expect(written).toBe(expected);
    if (written !== undefined) expect(await findingsOf(written, shape)).toEqual([]);
  });
});
