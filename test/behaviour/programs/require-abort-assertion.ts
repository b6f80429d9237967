// Runs a test of `load` when it is told to; an abort has to end `load` by a rejection. This `load` does not look at its
// signal, and the test says "ok", because it asserts nothing.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import process from 'node:process';

const [, , server] = process.argv;
const load = mock.fn(async (_signal: AbortSignal): Promise<string> => Promise.resolve('words'));

async function test(name: string, body: () => Promise<void>): Promise<void> {
  try {
    await body();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`not ok ${name}`);
    process.exitCode = error instanceof assert.AssertionError ? 1 : 2;
  }
}

process.once('message', () => {
  void test('stops', async () => {
    const controller = new AbortController();
    const words = load(controller.signal);
    // Reported on the next line: controller.abort (unasserted)
    controller.abort();
    await words;
  });
});

const response = await fetch(`${server}/plan`);
console.log(await response.text());
process.disconnect();
