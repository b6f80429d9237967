import { expect } from 'vitest';
import { forwarding, letThrough, swallowing, typedProject } from './samples.js';
import { scenario } from './workbench.js';

scenario('a swallowed abort is underlined, explained and mended', async ({ openWindow }) => {
  const window = await openWindow({ files: { 'load.ts': swallowing }, file: 'load.ts' });
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

scenario('a signal that an imported function could take is found by its type', async ({ openWindow }) => {
  const window = await openWindow({ files: typedProject, file: 'report.ts' });
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
