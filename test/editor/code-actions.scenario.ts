import { expect } from 'vitest';
import type { EditorWindow } from './editor-window.js';
import { letThrough, swallowing, swallowingRule } from './samples.js';
import { scenarioIn } from './workbench.js';

const mend = "Throw `signal`'s abort reason first.";

/** With a name for the error, there are two ways to mend it. */
const namedError = swallowing.replace('catch {', 'catch (error) {');

const silencedCall = `// cancellation-disable-next-line forward-abort-signal
export const load = (url: string, signal: AbortSignal) => [signal.aborted, fetch(url)];
`;

const uncancellable = `export async function list(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.json();
}
`;

const scenario = scenarioIn({
  files: {
    'start.ts': letThrough,
    'choice.ts': namedError,
    'forward.ts': silencedCall,
    'parameter.ts': uncancellable,
    ...Object.fromEntries(['menu', 'page', 'line', 'file', 'save'].map((name) => [`${name}.ts`, swallowing])),
    '.vscode/settings.json': JSON.stringify({
      'editor.codeActionsOnSave': { 'source.fixAll.cancellation': 'explicit' },
    }),
  },
  file: 'start.ts',
});

/** Shows a file with a finding, and puts the cursor there. */
async function showFinding(window: EditorWindow, file: string): Promise<void> {
  await window.show(file);
  await window.underlines('error').waitFor();
  await window.editor.goTo(5, 5);
}

scenario('the menu has what mends first, and what silences last', async ({ window }) => {
  await showFinding(window, 'menu.ts');
  expect(await window.actions.open()).toEqual([
    mend,
    `Open the page of ${swallowingRule}`,
    `Disable ${swallowingRule} for this line`,
    `Disable ${swallowingRule} for this file`,
  ]);
  await window.actions.close();
});

scenario('of several ways to mend a finding one is chosen', async ({ window }) => {
  await showFinding(window, 'choice.ts');
  const titles = await window.actions.open();
  expect(titles.slice(0, 2)).toEqual(['Rethrow the error when `signal` is aborted.', mend]);
  await window.actions.choose(mend);
  await expect
    .poll(() => window.text())
    .toBe(namedError.replace('{\n    return und', '{\n    signal.throwIfAborted();\n    return und'));
  await window.underlines('error').waitFor({ state: 'detached' });
  await window.page.keyboard.press('Control+Z');
  await window.underlines('error').waitFor();
  await window.actions.choose('Rethrow the error when `signal` is aborted.');
  await expect.poll(() => window.text()).toContain('if (signal.aborted) throw error;');
  await window.underlines('error').waitFor({ state: 'detached' });
});

scenario('a finding is silenced for its line by a comment', async ({ window }) => {
  await showFinding(window, 'line.ts');
  await window.actions.choose(`Disable ${swallowingRule} for this line`);
  await window.underlines('error').waitFor({ state: 'detached' });
  const comment = '// cancellation-disable-next-line no-swallowed-abort';
  expect(await window.save()).toBe(swallowing.replace('  } catch', `  ${comment}\n  } catch`));
});

scenario('a finding is silenced for its file by a comment', async ({ window }) => {
  await showFinding(window, 'file.ts');
  await window.actions.choose(`Disable ${swallowingRule} for this file`);
  await window.underlines('error').waitFor({ state: 'detached' });
  expect(await window.save()).toBe(`/* cancellation-disable no-swallowed-abort */\n${swallowing}`);
});

scenario('the page of a rule opens in the browser', async ({ window }) => {
  await showFinding(window, 'page.ts');
  await window.actions.choose(`Open the page of ${swallowingRule}`);
  await window.notifications.dialog.filter({ hasText: '/no-swallowed-abort.md' }).waitFor();
  await window.notifications.answerDialog('Cancel');
});

scenario('a signal is passed where no finding asks for it', async ({ window }) => {
  await window.show('forward.ts');
  await window.editor.goTo(2, 77);
  await window.actions.choose('Pass `signal`', 'Control+Shift+R');
  const passed = silencedCall.replace('fetch(url)', 'fetch(url, { signal })');
  await expect.poll(() => window.text()).toBe(passed);
});

scenario('a function without a signal is given one, which it uses', async ({ window }) => {
  await window.show('parameter.ts');
  await window.editor.goTo(1, 24);
  await window.actions.choose('Add a `signal` parameter and use it', 'Control+Shift+R');
  const cancellable = uncancellable
    .replace('url: string', 'url: string, { signal }: { signal?: AbortSignal } = {}')
    .replace('fetch(url)', 'fetch(url, { signal })');
  await expect.poll(() => window.text()).toBe(cancellable);
});

scenario('what changes how a program runs is not done when a file is saved', async ({ window }) => {
  await showFinding(window, 'save.ts');
  await window.editor.goTo(1, 1);
  await window.page.keyboard.press('Enter');
  expect(await window.save()).toBe(`\n${swallowing}`);
  await window.underlines('error').waitFor();
});
