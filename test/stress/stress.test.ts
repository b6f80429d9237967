import { expect, it } from 'vitest';
import { refreshing } from '../support/lsp/client-capabilities.js';
import { fuzzRun } from './fuzz-run.js';

it('a server that is used as nobody would says in the end what one says that is started anew', async () => {
  // The same steps in each run; `npm run stress` takes many more.
  const outcome = await fuzzRun({ seed: 5, steps: 120, comparedEvery: 60, capabilities: refreshing });
  expect(outcome.complaints).toEqual([]);
  expect(outcome.findings, 'there is something to compare').toBeGreaterThan(5);
  expect(outcome.cancelled, 'requests are called off').toBeGreaterThan(0);
});
