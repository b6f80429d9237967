import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import plugin from 'eslint-plugin-cancellation';
import type { AgreedFinding, AgreedReport, Way } from './agreed-finding.js';

/** What `eslint .` says in a project with the recommended preset. */
export async function eslintReport(folder: string, way: Way): Promise<AgreedReport> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{js,jsx,ts,tsx}'],
        languageOptions: {
          parser,
          parserOptions: {
            ecmaFeatures: { jsx: true },
            ...(way === 'with types' && { projectService: true, tsconfigRootDir: folder }),
          },
        },
      },
      plugin.configs.recommended,
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const found = results.filter(({ messages }) => messages.length > 0);
  return Object.fromEntries(
    found.map(({ filePath, messages }) => [
      path.relative(folder, filePath).split(path.sep).join('/'),
      messages.map(agreedFinding),
    ]),
  );
}

function agreedFinding(message: Linter.LintMessage): AgreedFinding {
  if (message.ruleId === null) throw new Error(`ESLint could not check a file: ${message.message}`);
  const { line, column, endLine = line, endColumn = column } = message;
  return {
    rule: message.ruleId,
    severity: message.severity === 2 ? 'error' : 'warning',
    message: message.message,
    place: { line, column, endLine, endColumn },
    suggestions: (message.suggestions ?? []).map(({ desc, fix: { range, text } }) => ({
      title: desc,
      edits: [{ start: range[0], end: range[1], text }],
    })),
  };
}
