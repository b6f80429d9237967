import { describe, expect, it } from 'vitest';
import { agreementWorkspace } from './agreement-workspace.js';
import type { Way } from './agreed-finding.js';
import { commandReport } from './command-report.js';
import { eslintReport } from './eslint-report.js';
import { serverReport } from './server-report.js';

describe('ESLint, the shell command and the language server', () => {
  it.each<Way>(['with types', 'without types'])('say the same %s', async (way) => {
    const { folder, files, rules } = await agreementWorkspace();
    const [eslint, command, server] = await Promise.all([
      eslintReport(folder, way),
      commandReport(folder, way),
      serverReport(folder, files, way),
    ]);

    expect(command).toEqual(eslint);
    expect(server).toEqual(eslint);
    const found = new Set(Object.values(eslint).flatMap((findings) => findings.map(({ rule }) => rule)));
    // Some rules find nothing without types; with them, each has something to find.
    const silent = rules.filter((rule) => !found.has(rule));
    expect(silent.length).toBeLessThan(way === 'with types' ? 1 : rules.length);
  });
});
