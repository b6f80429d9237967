import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { forwarding, swallowing } from './swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface JsonFinding {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  rule: string;
  severity: string;
  message: string;
  page: string;
  suggestions: { title: string; edits: { start: number; end: number; text: string }[] }[];
  related: { line: number; column: number; endLine: number; endColumn: number; message: string }[];
}

interface JsonReport {
  version: number;
  files: { file: string; findings: JsonFinding[] }[];
  troubles: { file?: string; message: string }[];
  summary: { files: number; errors: number; warnings: number; troubles: number };
}

async function reportOf(cwd: string, ...args: string[]): Promise<JsonReport> {
  const { stdout } = await runCommand(['check', '--format', 'json', ...args], { cwd });
  return JSON.parse(stdout) as JsonReport;
}

const frame = `
      2 |   try {
      3 |     return await fetch(url, { signal });
    > 4 |   } catch {
        |     ^^^^^
      5 |     return undefined;
      6 |   }
`;

describe('the text', () => {
  it('groups findings by file, each with its lines, its fixes and its page, and ends with a summary', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing, 'src/b.ts': forwarding, 'c.ts': swallowing });
    const { files } = await reportOf(cwd);
    const finding = files[0]?.findings[0];
    const { stdout, stderr, code } = await runCommand(['check'], { cwd });
    const block = [
      `  4:5  error  ${finding?.message ?? ''}  cancellation/no-swallowed-abort`,
      frame,
      ...(finding?.related ?? []).map(({ line, column, message }) => `    ${line}:${column}  ${message}`),
      ...(finding?.suggestions ?? []).map(({ title }) => `    fix: ${title}`),
      `    see ${finding?.page ?? ''}`,
    ].join('\n');
    expect(finding?.related).toHaveLength(1);
    expect(finding?.suggestions.length).toBeGreaterThan(0);
    expect(stdout).toBe(
      `c.ts\n\n${block}\n\nsrc/a.ts\n\n${block}\n\n2 findings (2 errors, 0 warnings) in 2 of 3 files.\n`,
    );
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('does not draw lines too long to read', async () => {
    const cwd = await temporaryFolder({ 'a.ts': `${swallowing}const text = '${'x'.repeat(300)}';\n` });
    const { stdout } = await runCommand(['check'], { cwd });
    expect(stdout).toContain('> 4 |');
    const folded = swallowing.replace(/\n\s*/g, ' ') + ' '.repeat(300);
    const cramped = await temporaryFolder({ 'a.ts': folded });
    const { stdout: shortened } = await runCommand(['check'], { cwd: cramped });
    expect(shortened).toContain('cancellation/no-swallowed-abort');
    expect(shortened).not.toContain('> 1 |');
  });

  it('has colours only where they are wanted', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const colours = async (env: Record<string, string>): Promise<boolean> =>
      (await runCommand(['check'], { cwd, env })).stdout.includes('\u001B[');
    expect(await colours({})).toBe(false);
    expect(await colours({ FORCE_COLOR: '1' })).toBe(true);
    expect(await colours({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });
});

describe('the JSON', () => {
  it('says everything that there is to a finding', async () => {
    const cwd = await temporaryFolder({ 'src/a.ts': swallowing, 'b.ts': forwarding });
    const report = await reportOf(cwd);
    expect(report).toEqual({
      version: 1,
      files: [{ file: 'src/a.ts', findings: [expect.anything()] }],
      troubles: [],
      summary: { files: 2, errors: 1, warnings: 0, troubles: 0 },
    });
    const finding = report.files[0]?.findings[0];
    expect(finding).toEqual({
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 10,
      rule: 'cancellation/no-swallowed-abort',
      severity: 'error',
      message: expect.stringContaining('`signal`') as string,
      page: expect.stringMatching(/^https:.*\/no-swallowed-abort\.md$/) as string,
      related: [{ line: 1, column: 41, endLine: 1, endColumn: 60, message: expect.any(String) as string }],
      suggestions: expect.any(Array) as unknown[],
    });
  });

  it('has suggestions whose edits mend the file', async () => {
    const cwd = await temporaryFolder({ 'a.ts': `\uFEFF// a comment with 𝒜 in it\r\n${swallowing}` });
    const report = await reportOf(cwd);
    const suggestions = report.files[0]?.findings[0]?.suggestions ?? [];
    expect(suggestions).not.toEqual([]);
    const text = await readFile(path.join(cwd, 'a.ts'), 'utf8');
    for (const { edits } of suggestions) {
      const mended = edits
        .toSorted((one, other) => other.start - one.start)
        .reduce(
          (before, { start, end, text: after }) => before.slice(0, start) + after + before.slice(end),
          text,
        );
      const repaired = await reportOf(await temporaryFolder({ 'a.ts': mended }));
      expect({ files: repaired.files, troubles: repaired.troubles }).toEqual({ files: [], troubles: [] });
    }
  });
});
