import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigAnswer } from '../../server/src/config/eslint/config-answer.js';
import { EslintConfigs } from '../../server/src/config/eslint/eslint-configs.js';
import { Log } from '../../server/src/support/log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const plugin = {
  namespace: 'cancellation',
  rules: {},
  abortPredicates: [],
  isIgnored: false,
  hasTypes: false,
};

/** A config whose first answer comes when it is said to, and its second one never. */
async function slowConfig() {
  const folder = await temporaryFolder({ 'eslint.config.js': "import 'eslint-plugin-cancellation';" });
  let answer!: (answer: ConfigAnswer) => void;
  const answers = [
    new Promise<ConfigAnswer>((resolve) => {
      answer = resolve;
    }),
  ];
  const never = new Promise<ConfigAnswer>(() => undefined);
  const configs = new EslintConfigs({
    worker: { ask: () => answers.shift() ?? never, end: () => Promise.resolve() },
    log: new Log(console),
    isDiskWatched: true,
    patience: 1,
  });
  const ask = (signal = new AbortController().signal) =>
    configs.of(path.join(folder, 'a.ts'), folder, signal);
  return { configs, ask, answer };
}

describe('an ESLint config that takes its time', () => {
  it('keeps nobody waiting, and is told when it is there', async () => {
    const { configs, ask, answer } = await slowConfig();
    expect(await ask()).toMatchObject({ kind: 'loading' });
    const told = new Promise<void>((resolve) => configs.onAnswer(resolve));
    answer({ eslint: '10.0.0', plugin });
    await told;
    expect(await ask()).toMatchObject({ kind: 'plugin', plugin });
  });

  it('lets go of who does not want to know any more', async () => {
    const { ask } = await slowConfig();
    const controller = new AbortController();
    const asked = ask(controller.signal);
    controller.abort(new Error('Never mind.'));
    await expect(asked).rejects.toThrow('Never mind.');
  });

  it('counts for nothing once it is forgotten', async () => {
    const { configs, ask, answer } = await slowConfig();
    expect(await ask()).toMatchObject({ kind: 'loading' });
    configs.forget();
    answer({ eslint: '10.0.0', plugin });
    expect(await ask()).toMatchObject({ kind: 'loading' });
  });
});
