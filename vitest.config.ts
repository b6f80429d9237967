import { configDefaults, defineConfig } from 'vitest/config';

// `npm run test:editor` runs the scenarios of test/editor.
const exclude = [...configDefaults.exclude, 'test/editor/**', '**/fixtures/**'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // The cases of the rules change nothing that others see; together they load TypeScript once for each worker.
        test: { name: 'rules', include: ['eslint-plugin/src/**/*.test.ts'], exclude, isolate: false },
      },
      {
        extends: true,
        test: { name: 'project', include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'], exclude },
      },
    ],
    globalSetup: './test/support/bundled.ts',
    // Many suites wait for processes of their own, so that no core has to be left free for the main one.
    maxWorkers: '100%',
    // The last line is for programs that add up.
    reporters: ['default', './test/editor/count-reporter.ts'],
    // Suites that start processes or build a TypeScript program need longer than vitest's five seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
