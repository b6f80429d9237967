import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['eslint-plugin/src/**/*.test.ts', 'server/src/**/*.test.ts', 'test/**/*.test.ts'],
    // `npm run test:editor` runs the scenarios of test/editor.
    exclude: [...configDefaults.exclude, 'test/editor/**', '**/fixtures/**'],
    // Many suites wait for processes of their own, so that no core has to be left free for the main one.
    maxWorkers: '100%',
    // The last line is for programs that add up.
    reporters: ['default', './test/editor/count-reporter.ts'],
    // Suites that start processes or build a TypeScript program need longer than vitest's five seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
