import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../extension/', import.meta.url);

interface Manifest {
  icon: string;
  keywords: string[];
  l10n: string;
  contributes: {
    commands: { command: string }[];
    configuration: { properties: Record<string, object> }[];
    snippets: { path: string }[];
    walkthroughs: {
      icon: string;
      steps: { description: string; media: { image: Record<string, string> }; completionEvents: string[] }[];
    }[];
  };
}

async function read(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
}

const text = await read('package.json');
const { contributes, ...manifest } = JSON.parse(text) as Manifest;
const texts = JSON.parse(await read('package.nls.json')) as Record<string, string>;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the manifest of the extension', () => {
  it('has a text for each key that it names, and no other', () => {
    const named = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(named)].sort()).toEqual(Object.keys(texts).sort());
  });

  it('says nothing to people but by such keys', () => {
    const said = [
      ...text.matchAll(/"(?:title|description|markdownDescription|altText|category)": "([^"]*)"/g),
    ];
    expect(said.length).toBeGreaterThan(50);
    expect(said.map(([, words = '']) => words).filter((words) => !/^%.*%$/.test(words))).toEqual([]);
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      `${manifest.l10n}/bundle.l10n.json`,
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.walkthroughs.map(({ icon }) => icon),
      ...steps.flatMap(({ media }) => Object.values(media.image)),
    ];
    expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, folder))))).toEqual([]);
  });

  it('has pictures that its page or its walkthrough shows, and no others, none of them large', async () => {
    const page = await read('README.md');
    const shown = [...page.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, file = '']) => file);
    const used = [manifest.icon, ...shown, ...steps.flatMap(({ media }) => Object.values(media.image))];
    const pictures = (await readdir(new URL('images/', folder))).map((name) => `images/${name}`);
    expect(shown.length).toBeGreaterThan(4);
    expect(pictures.sort()).toEqual([...new Set(used)].sort());
    for (const file of pictures) expect((await stat(new URL(file, folder))).size).toBeLessThan(200_000);
  });

  it('has as many keywords as the marketplace takes', () => {
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('completes the steps of its walkthrough by commands and settings that there are', () => {
    const commands = contributes.commands.map(({ command }) => `onCommand:${command}`);
    const settings = contributes.configuration
      .flatMap(({ properties }) => Object.keys(properties))
      .map((name) => `onSettingChanged:${name}`);
    const known = new Set([...commands, ...settings, 'onCommand:editor.action.quickFix']);
    expect(
      steps.flatMap(({ completionEvents }) => completionEvents).filter((event) => !known.has(event)),
    ).toEqual([]);
    for (const { completionEvents } of steps) expect(completionEvents).not.toEqual([]);
  });
});
