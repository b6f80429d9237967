import { expect } from 'vitest';
import { relaying } from './samples.js';
import { scenarioIn } from './workbench.js';

/** Takes the abort of a signal that has gone through others for an empty answer. */
const swallowed = `export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(5_000)]);
  try {
    return await fetch(url, { signal: limited });
  } catch {
    return undefined;
  }
}
`;

const silenced = `// eslint-disable-next-line cancellation/no-swallowed-abort
export const nothing = 0;
`;

const scenario = scenarioIn({
  files: { 'load.ts': swallowed, 'relay.ts': relaying, 'silenced.ts': silenced },
  file: 'load.ts',
});

scenario('the status says how the document is checked', async ({ window }) => {
  await window.status('Cancellation: own rules, without types').waitFor();
});

scenario('the command that explains a finding shows the way of its signal', async ({ window }) => {
  await window.underlines('error').waitFor();
  await window.goToFirstProblem();
  await window.runCommand('Async Cancellation: Explain Finding');
  const places = (await window.peekedPlaces()).split('\n');
  expect(places).toHaveLength(4);
  for (const [index, place] of [
    'signal: AbortSignal',
    'AbortSignal.any([signal',
    'fetch(url',
    'catch',
  ].entries())
    expect(places[index]).toContain(place);
});

scenario('the command that explains a finding says where there is none', async ({ window }) => {
  await window.show('relay.ts');
  await window.runCommand('Async Cancellation: Explain Finding');
  await (await window.notifications.saying('There is no cancellation finding at the cursor.')).waitFor();
});

scenario('a hover on a signal says where it comes from and who aborts it', async ({ window }) => {
  await window.show('relay.ts');
  await window.editor.goTo(6, 31);
  const hover = await window.editor.hover('limited');
  for (const words of ['parameter signal of copy, line 4', 'a timeout of 5 s, line 5', 'fetch, line 6'])
    expect(hover).toContain(words);
});

scenario('a hover on a rule in a comment says what it is about', async ({ window }) => {
  await window.show('silenced.ts');
  await window.editor.goTo(1, 50);
  expect(await window.editor.hover('no-swallowed-abort')).toContain(
    'Disallow handlers that turn an abort of a received signal into a normal result.',
  );
});
