import assert from 'node:assert/strict';
import { swallowing, swallowingJavaScript } from '../../cli/swallowing.js';
import { typedSources } from '../../cli/typed-project.js';
import type { Trial } from './trial.js';
import type { TrialProject } from './trial-project.js';

const nodes = ['20.19.0', '22.13.0', '24.21.0'];
/** The first and the last minor of each major that the plugin supports. */
const eslints = ['9.0.0', '9.39.5', '10.0.0', '10.15.0'];
export const newest = { eslint: '10.15.0', 'typescript-eslint': '8.73.0', typescript: '6.0.3' };

export const untyped = `import cancellation from 'eslint-plugin-cancellation';

export default [cancellation.configs.recommended];
`;
const commonJs = `const cancellation = require('eslint-plugin-cancellation');

module.exports = [cancellation.configs.recommended];
`;
const inTypeScript = `import type { Linter } from 'eslint';
import cancellation from 'eslint-plugin-cancellation';

export default [cancellation.configs.recommended] satisfies Linter.Config[];
`;
const typed = `import cancellation from 'eslint-plugin-cancellation';
import tseslint from 'typescript-eslint';

export default [
  cancellation.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
];
`;
const typedFiles = {
  'eslint.config.js': typed,
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022" } }',
  'src/a.ts': swallowing,
  'src/work.ts': typedSources['work.ts'],
  'src/run.ts': typedSources['run.ts'],
};

/** Checks that ESLint finds one bug in plain JavaScript. */
async function findsInJavaScript(project: TrialProject): Promise<void> {
  assert.deepEqual(await findingsOf(project, 'a.js'), ['a.js:4 no-swallowed-abort']);
}

/** Checks that ESLint finds a bug, and one that only types tell. */
async function findsWithTypes(project: TrialProject): Promise<void> {
  const expected = ['a.ts:4 no-swallowed-abort', 'run.ts:5 forward-abort-signal'];
  assert.deepEqual(await findingsOf(project, 'src'), expected);
}

/** @returns what ESLint finds, in the words `<file>:<line> <rule>` */
export async function findingsOf(project: TrialProject, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await project.run('eslint', ['--format', 'json', ...args]);
  // It advises against threads where there is little to do.
  if (!stderr.includes('ESLintPoorConcurrencyWarning')) assert.equal(stderr, '');
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { line: number; ruleId: string | null; message: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => {
      const rule = ruleId?.replace('cancellation/', '') ?? message;
      return `${filePath.split(/[\\/]/).at(-1) ?? ''}:${String(line)} ${rule}`;
    }),
  );
}

/** ESLint of each major that is supported, on each Node, with each kind of config, and with types. */
export const eslintTrials: Trial[] = [
  ...eslints.map((eslint): Trial => ({
    group: 'ESLint',
    name: `ESLint ${eslint}, JavaScript with espree, config as an ES module`,
    packages: { eslint },
    nodes,
    files: { 'eslint.config.js': untyped, 'a.js': swallowingJavaScript },
    use: findsInJavaScript,
  })),
  {
    group: 'ESLint',
    name: 'ESLint 10.15.0, config as a CommonJS module',
    packages: { eslint: '10.15.0' },
    nodes,
    files: { 'eslint.config.cjs': commonJs, 'a.js': swallowingJavaScript },
    use: findsInJavaScript,
  },
  {
    group: 'ESLint',
    name: 'ESLint 10.15.0, config in TypeScript by way of jiti',
    packages: { eslint: '10.15.0', jiti: '2.7.0' },
    files: { 'eslint.config.ts': inTypeScript, 'a.js': swallowingJavaScript },
    use: findsInJavaScript,
  },
  ...[
    { eslint: '9.0.0', 'typescript-eslint': '8.0.0', typescript: '5.0.4' },
    { ...newest, typescript: '5.0.4' },
    { ...newest, eslint: '9.39.5', typescript: '5.9.3' },
    newest,
  ].map((packages): Trial => {
    const { eslint, typescript, 'typescript-eslint': linter } = packages;
    return {
      group: 'Types',
      name: `typescript-eslint ${linter} with types of TypeScript ${typescript}, ESLint ${eslint}`,
      packages,
      files: typedFiles,
      use: findsWithTypes,
    };
  }),
  {
    group: 'Types',
    name: 'A project on TypeScript 7.0.2, and typescript-eslint 8.73.0 with TypeScript 6.0.2 beside it',
    packages: {
      ...newest,
      typescript: 'npm:@typescript/typescript6@6.0.2',
      '@typescript/native': 'npm:typescript@7.0.2',
    },
    files: typedFiles,
    async use(project) {
      await findsWithTypes(project);
      const { stdout } = await project.run('@typescript/native tsc', ['--version']);
      assert.equal(stdout.trim(), 'Version 7.0.2');
      const { stdout: errors, code } = await project.run('@typescript/native tsc', ['--noEmit']);
      assert.deepEqual({ errors, code }, { errors: '', code: 0 });
    },
  },
];
