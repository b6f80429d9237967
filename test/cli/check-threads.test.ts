import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { forwarding, swallowing } from './swallowing.js';
import { filesIn, typedSources } from './typed-project.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Report {
  files: { file: string; findings: unknown[] }[];
  troubles: { file?: string; message: string }[];
  summary: { files: number };
}

function numbered(folder: string, length: number, text: string): Record<string, string> {
  const names = Array.from({ length }, (_, index) => `${folder}/f${String(index).padStart(3, '0')}.ts`);
  return Object.fromEntries(names.map((name) => [name, text]));
}

const config = { 'tsconfig.json': '{ "compilerOptions": { "strict": true, "noEmit": true } }' };

describe('several threads', () => {
  it('find what one finds, in the same order', async () => {
    const cwd = await temporaryFolder({
      ...filesIn('one', { ...config, ...typedSources }),
      ...numbered('one/many', 65, swallowing),
      ...filesIn('two', { ...config, ...typedSources, 'broken.ts': '} // abort' }),
      ...filesIn('wrong', { 'tsconfig.json': '{ "include": [', ...typedSources }),
      ...numbered('wrong/many', 65, swallowing),
      ...numbered('loose', 25, swallowing),
      ...numbered('quiet', 5, forwarding),
    });
    const outcomes = [];
    for (const threads of ['1', '3'])
      outcomes.push(await runCommand(['check', '--format', 'json', '--threads', threads], { cwd }));
    const [alone, ...others] = outcomes;
    for (const outcome of others) expect(outcome).toEqual(alone);
    const { files, troubles, summary } = JSON.parse(alone?.stdout ?? '') as Report;
    expect(files.map(({ file }) => file)).toEqual([
      ...Object.keys(numbered('loose', 25, '')),
      ...Object.keys(numbered('one/many', 65, '')),
      'one/run.ts',
      'two/run.ts',
      ...Object.keys(numbered('wrong/many', 65, '')),
    ]);
    expect(summary.files).toBe(167);
    expect(troubles).toEqual([
      {
        message: expect.stringMatching(
          /wrong\/tsconfig\.json, line 1: .* checked without types\.$/,
        ) as string,
      },
      {
        file: 'two/broken.ts',
        message: 'Syntax error at line 1, column 1: Declaration or statement expected.',
      },
    ]);
    expect(alone?.code).toBe(2);
  }, 120_000);

  it.each([['0'], ['-1'], ['1.5'], ['many']])('are not %s', async (threads) => {
    const { code, stderr } = await runCommand(['check', '--threads', threads], {
      cwd: await temporaryFolder(),
    });
    expect(stderr).toContain('It takes a whole number, 1 or more.');
    expect(code).toBe(2);
  });
});

describe('a file that cannot hold a finding', () => {
  it('is not parsed', async () => {
    const cwd = await temporaryFolder({ 'broken.ts': '} no such word' });
    expect(await runCommand(['check'], { cwd })).toEqual({
      code: 0,
      stdout: 'No findings in 1 file.\n',
      stderr: '',
    });
  });
});

describe('a thread that runs out of memory', () => {
  // Its tree takes more than a thread is given here.
  const huge = `// abort\nexport const numbers = [${'[0],'.repeat(240_000)}];\n`;

  it('costs the file that it was at, and the rest goes on', async () => {
    const cwd = await temporaryFolder({
      'a.ts': swallowing,
      'h1.ts': huge,
      'h2.ts': huge,
      'z.ts': swallowing,
    });
    const env = { NODE_OPTIONS: '--max-old-space-size=120' };
    const { code, stdout, stderr } = await runCommand(['check', '--no-types'], { cwd, env });
    const trouble = 'The check ran out of memory at this file, which is left out.';
    expect(stderr).toBe(`h1.ts: ${trouble}\nh2.ts: ${trouble}\n`);
    expect(stdout).toContain('2 findings (2 errors, 0 warnings) in 2 of 4 files. 2 problems above.\n');
    expect(code).toBe(2);
  });

  it('costs the rest of a TypeScript project where that happens again, and no other project', async () => {
    const big = { ...config, 'a.ts': huge, 'b.ts': swallowing, 'c.ts': swallowing, 'd.ts': swallowing };
    const cwd = await temporaryFolder({
      ...filesIn('big', big),
      ...filesIn('small', { ...config, 'a.ts': swallowing }),
    });
    const env = { NODE_OPTIONS: '--max-old-space-size=120' };
    const { code, stdout, stderr } = await runCommand(['check', '--threads', '1'], { cwd, env });
    expect(stderr).toBe(`big/a.ts: The check ran out of memory at this file, which is left out.
big/b.ts: The check ran out of memory at this file, which is, with 2 more of its project, left out.
`);
    expect(stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 5 files. 2 problems above.\n');
    expect(code).toBe(2);
  });
});
