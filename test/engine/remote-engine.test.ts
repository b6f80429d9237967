import { expect, it, onTestFinished } from 'vitest';
import type { EngineFailure } from '../../server/build/engine-thread/engine-messages.js';
import { RemoteEngine } from '../../server/build/engine-thread/remote-engine.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';

const document = { file: '/nowhere/load.ts', text: swallowing.code };
const options = { selection: presetSelection('recommended') };

function engineWith(memoryLimit?: number) {
  const failures: EngineFailure[] = [];
  const engine = new RemoteEngine({
    ...(memoryLimit !== undefined && { memoryLimit }),
    onTrouble: () => undefined,
    onFailure: (failure) => failures.push(failure),
  });
  onTestFinished(() => engine.dispose());
  return { engine, failures };
}

it('an engine in another thread answers, and rejects with the reason what is aborted', async () => {
  const { engine, failures } = engineWith();
  const reason = new Error('That is enough.');
  const controller = new AbortController();
  const aborted = engine.checkText(document, { ...options, signal: controller.signal });
  controller.abort(reason);
  await expect(aborted).rejects.toBe(reason);
  expect(await engine.checkText(document, options)).toMatchObject({ findings: [{ rule: swallowingRule }] });
  expect(failures).toEqual([]);
});

it('an engine that ends by itself is started again, but not for ever', async () => {
  // In 16 MB not even the rules have room.
  const { engine, failures } = engineWith(16);
  for (const isLast of [false, false, false, false, true]) {
    await expect(engine.quickCheck(document, options)).rejects.toThrow('The engine ended: ');
    expect(failures.at(-1)).toMatchObject({ isLast });
  }
  expect(failures).toHaveLength(5);
  await expect(engine.quickCheck(document, options)).rejects.toThrow('The engine has ended too often.');
});
