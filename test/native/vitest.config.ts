import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.join(import.meta.dirname, '..', '..'),
  test: {
    include: ['test/native/*.scenario.ts'],
    reporters: ['default', './test/editor/count-reporter.ts'],
    // The first run installs TypeScript 7.1.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
