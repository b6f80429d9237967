import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with the line `N passed, N failed`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    // A file that cannot be loaded, or whose hooks fail, counts as one failure.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    console.log(`${passed} passed, ${failed + broken + unhandledErrors.length} failed`);
  }
}
