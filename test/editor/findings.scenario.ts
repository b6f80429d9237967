import { expect } from 'vitest';
import { forwarding, letThrough, swallowing, typedFolder } from './samples.js';
import { scenarioIn } from './workbench.js';

const scenario = scenarioIn({ files: { 'load.ts': swallowing, ...typedFolder }, file: 'load.ts' });

scenario('a swallowed abort is underlined, explained and mended', async ({ window }) => {
  await window.underlines('error').waitFor();

  expect(await window.problems()).toEqual([
    {
      message:
        'This handler also takes the abort of `signal`, so the caller sees a normal result where work was cancelled.',
      source: 'cancellation',
      code: 'cancellation/no-swallowed-abort',
      place: '[Ln 5, Col 5]',
    },
  ]);

  await window.applyFirstQuickFix("Throw `signal`'s abort reason first.");
  await expect.poll(() => window.text()).toBe(letThrough);
  await window.underlines('error').waitFor({ state: 'detached' });
  expect(await window.save()).toBe(letThrough);
});

scenario('a signal that an imported function could take is found by its type', async ({ window }) => {
  await window.show('typed/report.ts');
  await window.underlines('error').waitFor();

  expect(await window.problems()).toEqual([
    {
      message: '`readRecord` is called without `signal`, so it goes on after its caller has cancelled.',
      source: 'cancellation',
      code: 'cancellation/forward-abort-signal',
      place: '[Ln 5, Col 24]',
    },
  ]);

  await window.applyFirstQuickFix('Pass `signal`.');
  await expect.poll(() => window.text()).toBe(forwarding);
  await window.underlines('error').waitFor({ state: 'detached' });
  expect(await window.save()).toBe(forwarding);
});
