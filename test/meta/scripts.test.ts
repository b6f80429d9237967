import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runNode } from '../support/run-node.js';
import { copyWorkingCopy } from './working-copy.js';

const rule = 'eslint-plugin/src/rules/no-lost-parcel/no-lost-parcel';

/** Runs a script of Node's in a folder; what it prints comes together. */
async function run(cwd: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const { code, stdout, stderr } = await runNode(args, { cwd });
  return { code, output: stdout + stderr };
}

it(
  'writes a new rule that passes the checks, and whose cases are still to be written',
  { timeout: 300_000 },
  async () => {
    const copy = await copyWorkingCopy();
    const bin = (name: string): string => path.join(copy, 'node_modules', name);

    const made = await run(copy, 'scripts/new-rule.mjs', 'no-lost-parcel');
    expect(made).toMatchObject({
      code: 0,
      output: expect.stringContaining('Updated eslint-plugin/src/rules.ts.') as string,
    });
    expect(await readFile(path.join(copy, `${rule}.md`), 'utf8')).toMatch(
      /^# cancellation\/no-lost-parcel\n/,
    );
    expect(await readFile(path.join(copy, 'README.md'), 'utf8')).toContain('[no-lost-parcel]');

    const written = [`${rule}.ts`, `${rule}.test.ts`, `${rule}.md`, 'eslint-plugin/src/rules.ts'];
    expect(await run(copy, 'scripts/update.mjs', '--check')).toMatchObject({ code: 0 });
    expect(await run(copy, bin('prettier/bin/prettier.cjs'), '--check', ...written)).toMatchObject({
      code: 0,
    });
    expect(await run(copy, bin('eslint/bin/eslint.js'), `${rule}.ts`, `${rule}.test.ts`)).toEqual({
      code: 0,
      output: '',
    });

    const tested = await run(copy, bin('vitest/vitest.mjs'), 'run', `${rule}.test.ts`);
    expect(tested.output).toContain('write the first case: code that is reported');
    expect(tested.output).toContain('an invalid case needs a mark');
    expect(tested.code).toBe(1);

    await appendFile(path.join(copy, 'eslint-plugin/src/manifest.ts'), '\n// changed\n');
    expect(await run(copy, 'scripts/update.mjs', '--check')).toEqual({
      code: 1,
      output: 'eslint-plugin/src/manifest.ts is stale. Run `npm run update`.\n',
    });
  },
);

it.each([
  [[], 'Say `npm run new-rule <id>`, with one id such as no-swallowed-abort.\n'],
  [['no-a-thing', 'twice'], 'Say `npm run new-rule <id>`, with one id such as no-swallowed-abort.\n'],
  [['noThing'], 'noThing is not in kebab-case, such as no-swallowed-abort.\n'],
  [['../no-thing'], '../no-thing is not in kebab-case, such as no-swallowed-abort.\n'],
  [['lost-signal'], 'lost-signal has to begin with one of: no, require, forward, use, reject, prefer.\n'],
  [['no-swallowed-abort'], 'There is a rule no-swallowed-abort already.\n'],
])('refuses to make a rule of %j', async (args, output) => {
  expect(await run(process.cwd(), 'scripts/new-rule.mjs', ...args)).toEqual({ code: 2, output });
});
