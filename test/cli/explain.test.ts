import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { rules } from '../../eslint-plugin/src/rules.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runCommand } from './run-command.js';
import { startInTerminal } from './terminal.js';
import type { Outcome } from '../support/run-node.js';

async function explain(...args: string[]): Promise<Outcome> {
  return runCommand(['explain', ...args], { cwd: await temporaryFolder() });
}

describe('the page of a rule', () => {
  it.each([['no-swallowed-abort'], ['cancellation/no-swallowed-abort']])(
    'is the Markdown where %s is not shown on a terminal',
    async (id) => {
      const folder = new URL('../../eslint-plugin/src/rules/no-swallowed-abort/', import.meta.url);
      const page = await readFile(new URL('no-swallowed-abort.md', folder), 'utf8');
      const { code, stdout, stderr } = await explain(id);
      expect(stdout).toBe(page.replace('<!-- end of the generated header -->\n\n', ''));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );

  it.skipIf(process.platform !== 'linux')('is laid out on a terminal', async () => {
    const terminal = startInTerminal(await temporaryFolder(), 'explain', 'no-swallowed-abort');
    expect(await terminal.exitCode()).toBe(0);
    const lines = terminal.shown().split('\r\n');
    const plain = lines.map((line) => stripVTControlCharacters(line));
    expect(lines[0]).toBe('\u001B[1mcancellation/no-swallowed-abort\u001B[22m');
    expect(plain).toContain('What it reports');
    expect(plain).toContain(
      '    export async function findUsers(query: string, signal: AbortSignal): Promise<unknown> {',
    );
    expect(plain).toContain(
      '- takes the abort of a signal which its function only received: as a parameter,',
    );
    expect(plain).toContain('  as a member of one, or by a field that a constructor parameter set;');
    expect(terminal.shown()).not.toMatch(/```|<!--|\]\(/);
    expect(terminal.shown()).toContain('\u001B[36mcatch\u001B[39m');
  });
});

describe('an unknown rule', () => {
  it.each([
    ['no-swalowed-abort', 'There is no rule no-swalowed-abort. Did you mean no-swallowed-abort?'],
    ['swallowed', 'There is no rule swallowed. Did you mean no-swallowed-abort?'],
    ['cancellation/swallowed', 'There is no rule cancellation/swallowed. Did you mean no-swallowed-abort?'],
    ['unicorn/no-swallowed-abort', 'There is no rule unicorn/no-swallowed-abort.'],
    ['zzz', 'There is no rule zzz.'],
  ])('%s', async (id, message) => {
    const { code, stdout, stderr } = await explain(id);
    expect(stderr).toMatch(new RegExp(`^error: ${message.replaceAll(/[.?/]/g, '\\$&')}`));
    expect(stderr).toContain(' cancellation-lint explain lists the rules.\n');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('without a rule', () => {
  it('lists all of them, one a line', async () => {
    const { code, stdout } = await explain();
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map(({ name }) => name).toSorted());
    expect(code).toBe(0);
  });

  it.each([
    ['no-swallowed-abort', /^no-swallowed-abort +error +Disallow handlers that turn an abort of /],
    ['no-masked-abort', /^no-masked-abort +warn +Disallow turning the abort of /],
    ['require-signal-parameter', /^require-signal-parameter +strict +needs types +Require that exported /],
  ])('says of %s how it runs and what it does', async (name, line) => {
    const { stdout } = await explain();
    expect(stdout.split('\n').find((text) => text.startsWith(`${name} `))).toMatch(line);
  });
});
