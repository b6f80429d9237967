import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['eslint-plugin/src/**/*.test.ts', 'server/src/**/*.test.ts', 'test/**/*.test.ts'],
    // `npm run test:editor` runs the scenarios of test/editor.
    exclude: [...configDefaults.exclude, 'test/editor/**', '**/fixtures/**'],
    reporters: ['default'],
    // Suites that start processes or build a TypeScript program need longer than vitest's five seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
