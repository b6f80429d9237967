import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.join(import.meta.dirname, '..', '..'),
  test: {
    include: ['test/editor/*.{scenario,test}.ts'],
    globalSetup: 'test/editor/global-setup.ts',
    reporters: ['verbose', './test/editor/count-reporter.ts'],
    // One browser, one scenario at a time: two cores have enough to do with one window.
    fileParallelism: false,
    isolate: false,
    // A busy machine with a cold disk cache takes this long to show a first finding.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000 } },
  },
});
