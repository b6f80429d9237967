import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigWorker, type ConfigWorkerOptions } from '../../server/src/config/eslint/config-worker.js';
import { eslintConfig, eslintProject } from '../support/lsp/eslint-project.js';
import { swallowingRule } from '../support/lsp/swallowing.js';

const threadFile = fileURLToPath(
  new URL('../../server/build/config/eslint/config-thread.js', import.meta.url),
);
const good = eslintConfig({ [swallowingRule]: 'warn' });
const answered = { plugin: { namespace: 'cancellation', rules: { [swallowingRule]: 'warn' } } };

describe('the thread that reads ESLint configs', () => {
  function threadWith(options: Partial<ConfigWorkerOptions> = {}): ConfigWorker {
    const thread = new ConfigWorker({ threadFile, limit: 60_000, idle: 60_000, ...options });
    onTestFinished(() => thread.end());
    return thread;
  }

  async function questionAbout(config: string) {
    const folder = await eslintProject({ 'eslint.config.mjs': config });
    return { file: path.join(folder, 'load.ts'), configFile: path.join(folder, 'eslint.config.mjs') };
  }

  it.each([
    ['does not let go', 'for (;;);'],
    ['waits for what never comes', 'await new Promise(() => undefined);'],
  ])('ends with a config that %s, and goes on with the next one', async (_, config) => {
    const thread = threadWith({ limit: 10_000 });
    expect(await thread.ask(await questionAbout(config))).toEqual({
      trouble: 'it did not come to an end within 10 seconds',
    });
    expect(await thread.ask(await questionAbout(good))).toMatchObject(answered);
  });

  it('answers questions in their order, also when they come at once', async () => {
    const thread = threadWith();
    const questions = [
      await questionAbout(good),
      await questionAbout('process.exit(1);'),
      await questionAbout(good),
    ];
    expect(await Promise.all(questions.map((question) => thread.ask(question)))).toMatchObject([
      answered,
      { trouble: 'it ended the process with exit code 1' },
      answered,
    ]);
  });

  it('starts anew when it has ended, or failed between two questions', async () => {
    const thread = threadWith({ idle: 1 });
    expect(await thread.ask(await questionAbout(good))).toMatchObject(answered);
    const failing = `${good}\nsetImmediate(() => { throw new Error('Too late.'); });`;
    await thread.ask(await questionAbout(failing));
    await thread.end();
    expect(await thread.ask(await questionAbout(good))).toMatchObject(answered);
  });

  it('keeps what is printed off the standard output', async () => {
    const printed = new Promise((resolve) => {
      const thread = threadWith({ onOutput: resolve });
      void questionAbout(`console.log('Content-Length: 2');\n${good}`).then((question) =>
        thread.ask(question),
      );
    });
    expect(await printed).toBe('Content-Length: 2');
  });
});
