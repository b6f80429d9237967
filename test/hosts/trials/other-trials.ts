import assert from 'node:assert/strict';
import { swallowing } from '../../cli/swallowing.js';
import { filesIn, typedSources } from '../../cli/typed-project.js';
import type { Trial } from './trial.js';
import type { TrialProject } from './trial-project.js';

const project = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
  ...filesIn('src', typedSources),
};

async function commandFindsWithTypes(trial: TrialProject): Promise<void> {
  const { stdout, stderr, code } = await trial.run('cancellation-language-server cancellation-lint', [
    'check',
    'src',
  ]);
  assert.match(stdout, /cancellation\/forward-abort-signal/);
  assert.deepEqual({ stderr, code }, { stderr: '', code: 1 });
}

/** What runs the rules besides ESLint. */
export const otherTrials: Trial[] = [
  {
    group: 'Other hosts',
    name: '`cancellation-lint check` with its own types',
    packages: {},
    nodes: ['20.19.0', '22.13.0', '24.21.0'],
    files: project,
    use: commandFindsWithTypes,
  },
  {
    group: 'Other hosts',
    name: '`cancellation-lint check` with its own types in a project on TypeScript 7.0.2',
    packages: { typescript: '7.0.2' },
    files: project,
    use: commandFindsWithTypes,
  },
  {
    group: 'Other hosts',
    name: 'oxlint 1.94.0, `recommended` without types',
    packages: { oxlint: '1.94.0' },
    files: {
      '.oxlintrc.json': '{ "extends": ["./node_modules/eslint-plugin-cancellation/oxlint.json"] }',
      'a.ts': swallowing,
      ...filesIn('src', typedSources),
    },
    async use(trial) {
      const { stdout } = await trial.run('oxlint', ['--format', 'json', 'a.ts', 'src']);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
      const found = diagnostics.map(({ code, filename }) => `${filename} ${code}`);
      assert.deepEqual(found, ['a.ts cancellation(no-swallowed-abort)']);
    },
  },
];
