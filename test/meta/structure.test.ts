import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The TypeScript and JavaScript files below a folder of the repository, with `/`; tests are left out. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?[jt]s$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`);
}

/** The modules that a file imports: packages by name, files by their path in the repository. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  );
}

function importsBetween(from: string, isForbidden: (target: string) => boolean): string[] {
  return sourcesBelow(from).flatMap((file) =>
    importsOf(file)
      .filter(isForbidden)
      .map((target) => `${file} imports ${target}`),
  );
}

describe('the direction of dependencies', () => {
  const plugin = 'eslint-plugin/src';

  it('lets the analysis know nothing of rules, fixes and reports', () => {
    const above = (target: string): boolean =>
      target.startsWith(plugin) &&
      !target.startsWith(`${plugin}/analysis/`) &&
      target !== `${plugin}/related.js`;
    expect(importsBetween(`${plugin}/analysis`, above)).toEqual([]);
  });

  it('lets rules and fixes reach the analysis through its one door', () => {
    const pastTheDoor = (target: string): boolean =>
      target.startsWith(`${plugin}/analysis/`) && target !== `${plugin}/analysis/index.js`;
    expect([
      ...importsBetween(`${plugin}/rules`, pastTheDoor),
      ...importsBetween(`${plugin}/fix`, pastTheDoor),
    ]).toEqual([]);
  });

  it('keeps rules apart from each other', () => {
    const otherRule = (target: string): boolean => target.startsWith(`${plugin}/rules/`);
    expect(importsBetween(`${plugin}/rules`, otherRule)).toEqual([]);
  });

  it('keeps the plugin free of the server, and the server of the extension', () => {
    const server = (target: string): boolean =>
      /^(?:server|extension)\/|^cancellation-language-server|^vscode/.test(target);
    expect(importsBetween(plugin, server)).toEqual([]);
    expect(importsBetween('server/src', (target) => target.startsWith('extension/'))).toEqual([]);
  });

  it('lets the extension take only types and the protocol from the server', () => {
    const beyond = (target: string): boolean =>
      target.startsWith('server/') ||
      (target.startsWith('cancellation-language-server') &&
        target !== 'cancellation-language-server/protocol');
    expect(importsBetween('extension/src', beyond)).toEqual([]);
  });
});

describe('the size and names of files', () => {
  const files = ['eslint-plugin/src', 'server/src', 'extension/src', 'scripts', 'test/support'].flatMap(
    sourcesBelow,
  );

  it('keeps every file within 200 lines', () => {
    const long = files.flatMap((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
      return lines > 200 ? [`${file}: ${String(lines)}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('names every file after what it holds, in kebab-case', () => {
    const isGood = (name: string): boolean =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:ts|mjs)$/.test(name) &&
      !/^(?:utils?|helpers?|common|misc|lib)\./.test(name);
    expect(files.filter((file) => !isGood(path.basename(file)))).toEqual([]);
  });
});
