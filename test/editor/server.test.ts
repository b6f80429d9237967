import { describe, expect, it } from 'vitest';
import { Server } from '../../extension/src/server.js';

/** Clients that write down what is done to them; a start or an end takes until the next turn of the event loop. */
function clientsWith(failure: { start?: number; dispose?: number } = {}) {
  const log: string[] = [];
  let count = 0;
  const createClient = () => {
    const id = ++count;
    const step = (name: 'start' | 'dispose') => async () => {
      log.push(`${name} ${id}`);
      await new Promise(setImmediate);
      log.push(`${name} ${id} ends`);
      if (failure[name] === id) throw new Error(`${name} failed`);
    };
    return Promise.resolve({ start: step('start'), dispose: step('dispose') });
  };
  return { log, createClient };
}

describe('the server of a window', () => {
  it('is ended before it is started again, however fast one asks', async () => {
    const { log, createClient } = clientsWith();
    const server = new Server(createClient);
    await Promise.all([server.restart(), server.restart(), server.stop()]);
    expect(log).toEqual(
      ['start 1', 'dispose 1', 'start 2', 'dispose 2'].flatMap((step) => [step, `${step} ends`]),
    );
  });

  it('can be started after a start has failed', async () => {
    const { log, createClient } = clientsWith({ start: 1 });
    const failures: string[] = [];
    const server = new Server(createClient, () => failures.push('a start failed'));
    await server.restart();
    expect(failures).toEqual(['a start failed']);
    await server.restart();
    expect(log.at(-1)).toBe('start 2 ends');
    expect(failures).toHaveLength(1);
  });

  it('can be started after it could not be ended', async () => {
    const { log, createClient } = clientsWith({ dispose: 1 });
    const server = new Server(createClient);
    await server.restart();
    await server.restart();
    expect(log.at(-1)).toBe('start 2 ends');
  });
});
