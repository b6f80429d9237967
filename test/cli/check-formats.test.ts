import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' };
import type { Log, Region, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { githubReport } from '../../server/src/cli/reports/github-report.js';
import type { Finding } from '../../server/src/engine/finding.js';
import { runCommand } from './run-command.js';
import { forwarding, swallowing } from './swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ajv = new Ajv({ schemaId: 'auto', validateSchema: false });
ajv.addMetaSchema(draft4);
const isValid = ajv.compile(schema);

async function sarifOf(cwd: string, ...args: string[]): Promise<{ run: Run; code: number | null }> {
  const { code, stdout, stderr } = await runCommand(['check', '--format', 'sarif', ...args], { cwd });
  expect(stderr).toBe('');
  const log = JSON.parse(stdout) as Log;
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
  const [run, ...others] = log.runs;
  if (!run || others.length > 0) throw new Error('A report has one run.');
  return { code, run };
}

/** The text that a region of SARIF stands for, by lines and columns and by offsets, which have to agree. */
function textAt(text: string, region: Region | undefined): string {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, charOffset, charLength } = region ?? {};
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  const start = (starts[startLine - 1] ?? NaN) + startColumn - 1;
  const end = (starts[endLine - 1] ?? NaN) + endColumn - 1;
  if (charOffset !== undefined)
    expect({ charOffset, charLength }).toEqual({ charOffset: start, charLength: end - start });
  return text.slice(start, end);
}

describe('SARIF', () => {
  it('says what was found, where, why and what mends it', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing, 'b.ts': forwarding });
    const { run, code } = await sarifOf(cwd);
    const location = { uri: 'src/a.ts', uriBaseId: '%SRCROOT%' };
    expect(run.results).toEqual([
      {
        ruleId: 'cancellation/no-swallowed-abort',
        level: 'error',
        message: { text: expect.stringContaining('`signal`') as string },
        locations: [
          {
            physicalLocation: {
              artifactLocation: location,
              region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 10 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: 'The signal comes from here.' },
            physicalLocation: {
              artifactLocation: location,
              region: { startLine: 1, startColumn: 41, endLine: 1, endColumn: 60 },
            },
          },
        ],
        fixes: [
          {
            description: { text: "Throw `signal`'s abort reason first." },
            artifactChanges: [{ artifactLocation: location, replacements: [expect.anything()] }],
          },
        ],
      },
    ]);
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { uri: `${pathToFileURL(cwd).href}/` } },
      invocations: [{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] }],
    });
    expect(code).toBe(1);
  });

  it('describes the rules that ran, and those that found something in full', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const { run } = await sarifOf(cwd, '--rule', 'no-masked-abort:off', '--rule', 'no-early-cleanup:warn');
    const rules = new Map(run.tool.driver.rules?.map((rule) => [rule.id, rule]));
    expect(rules.get('cancellation/no-swallowed-abort')).toEqual({
      id: 'cancellation/no-swallowed-abort',
      shortDescription: {
        text: 'Disallow handlers that turn an abort of a received signal into a normal result.',
      },
      fullDescription: { text: expect.stringContaining('A signal belongs to whoever made it.') as string },
      helpUri: expect.stringMatching(/^https:.*\/no-swallowed-abort\.md$/) as string,
      help: {
        text: expect.stringContaining('https:') as string,
        markdown: expect.stringContaining('## What it reports') as string,
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['cancellation'] },
    });
    expect(rules.has('cancellation/no-masked-abort')).toBe(false);
    expect(rules.has('cancellation/require-signal-parameter')).toBe(false);
    expect(rules.get('cancellation/no-early-cleanup')).toMatchObject({
      defaultConfiguration: { level: 'warning' },
    });
    expect(rules.get('cancellation/no-early-cleanup')?.help).not.toHaveProperty('markdown');
    for (const { fullDescription, shortDescription } of rules.values())
      expect(fullDescription?.text.length).toBeGreaterThan((shortDescription?.text.length ?? 0) + 40);
  });

  it('has no result and no trouble where all is well', async () => {
    const { run, code } = await sarifOf(await temporaryFolder({ 'a.ts': forwarding }));
    expect(run.results).toEqual([]);
    expect(code).toBe(0);
  });

  it.each([
    ['line ends of Windows', (text: string) => `// 𝒜\r\n${text.replaceAll('\n', '\r\n')}`],
    ['line ends of old', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark, which does not count', (text: string) => `\uFEFF${text}`],
  ])('names places in a text with %s', async (_, made) => {
    const text = made(swallowing);
    const { run } = await sarifOf(await temporaryFolder({ 'a.ts': text }));
    const seen = text.replace('\uFEFF', '');
    const result = run.results?.[0];
    expect(textAt(seen, result?.locations?.[0]?.physicalLocation?.region)).toBe('catch');
    expect(textAt(seen, result?.relatedLocations?.[0]?.physicalLocation?.region)).toBe('signal: AbortSignal');
    const replacement = result?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    expect(textAt(seen, replacement?.deletedRegion)).toBe('');
    expect(replacement?.deletedRegion.charOffset).toBe(seen.indexOf('catch {') + 'catch {'.length);
    expect(replacement?.insertedContent?.text).toContain('signal.throwIfAborted();');
  });

  it('names files from the top of the repository, encoded', async () => {
    const cwd = await temporaryFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'packages/one/a b#c%.ts': swallowing,
    });
    const outside = await temporaryFolder({ 'o.ts': swallowing });
    const { run } = await sarifOf(path.join(cwd, 'packages/one'), '.', path.join(outside, 'o.ts'));
    expect(run.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation)).toEqual([
      { uri: 'packages/one/a%20b%23c%25.ts', uriBaseId: '%SRCROOT%' },
      { uri: pathToFileURL(path.join(outside, 'o.ts')).href },
    ]);
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(cwd).href}/` } });
  });

  it('tells troubles as notifications', async () => {
    const cwd = await temporaryFolder({
      'tsconfig.json': '{ "include": [',
      'a.ts': swallowing,
      'broken.ts': '} // abort',
    });
    const { run, code } = await sarifOf(cwd);
    expect(run.results).toHaveLength(1);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          { level: 'error', message: { text: expect.stringContaining('checked without types') as string } },
          {
            level: 'error',
            message: { text: 'Syntax error at line 1, column 1: Declaration or statement expected.' },
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'broken.ts', uriBaseId: '%SRCROOT%' } } },
            ],
          },
        ],
      },
    ]);
    expect(code).toBe(2);
  });
});

describe('GitHub annotations', () => {
  it('are one line a finding, with its place, its rule and its page', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing, 'b.ts': swallowing });
    const { code, stdout, stderr } = await runCommand(
      ['check', '--format', 'github', '--rule', 'no-swallowed-abort:warn', 'src', 'b.ts'],
      { cwd },
    );
    const [first, second, ...rest] = stdout.split('\n');
    expect(first).toMatch(
      /^::warning file=src\/a\.ts,line=4,endLine=4,col=5,endColumn=10,title=cancellation\/no-swallowed-abort::src\/a\.ts:4:5 .*`signal`.* \(cancellation\/no-swallowed-abort\)%0Ahttps:.*\.md$/,
    );
    expect(second).toMatch(/^::warning file=b\.ts,line=4,/);
    expect(rest).toEqual(['2 findings (0 errors, 2 warnings) in 2 of 2 files.', '']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('escape what has a meaning of its own', async () => {
    const cwd = await temporaryFolder({ 'a, b:100%.ts': swallowing });
    const { stdout } = await runCommand(['check', '--format', 'github'], { cwd });
    expect(stdout).toContain('::error file=a%2C b%3A100%25.ts,line=4,');
    expect(stdout).toContain('::a, b:100%25.ts:4:5 ');
  });

  it('have no columns where the place has several lines', () => {
    const range = { start: { line: 1, character: 4 }, end: { line: 3, character: 1 } };
    const finding: Finding = {
      rule: 'cancellation/no-swallowed-abort',
      severity: 'error',
      message: 'First\nsecond',
      range,
      page: 'https://example.com',
      suggestions: [],
      related: [],
    };
    const results = [{ file: path.resolve('a.ts'), findings: [finding] }];
    expect(githubReport({ fileCount: 1, results, troubles: [] }, process.cwd())).toBe(
      `::error file=a.ts,line=2,endLine=4,title=cancellation/no-swallowed-abort::a.ts:2:5 First%0Asecond (cancellation/no-swallowed-abort)%0Ahttps://example.com
1 finding (1 error, 0 warnings) in 1 of 1 file.
`,
    );
  });

  it('tell troubles too', async () => {
    const cwd = await temporaryFolder({ 'broken.ts': '} // abort' });
    expect(await runCommand(['check', '--format', 'github'], { cwd })).toEqual({
      code: 2,
      stdout: `::error file=broken.ts::broken.ts: Syntax error at line 1, column 1: Declaration or statement expected.
No findings in 1 file. 1 problem above.
`,
      stderr: '',
    });
  });

  it.each(['.git', 'GITHUB_WORKSPACE'])(
    'name files from the top of the repository, which %s shows',
    async (mark) => {
      const top = await temporaryFolder({ 'packages/one/a.ts': swallowing });
      if (mark === '.git') await mkdir(path.join(top, mark));
      const env = mark === '.git' ? {} : { GITHUB_WORKSPACE: top };
      const cwd = path.join(top, 'packages/one');
      const { stdout } = await runCommand(['check', '--format', 'github'], { cwd, env });
      expect(stdout).toMatch(/^::error file=packages\/one\/a\.ts,/);
    },
  );
});
