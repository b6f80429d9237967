import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import { loadNative } from '../../server/src/engine/native/load-native.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { knownTexts } from '../support/known-texts.js';
import { root } from '../support/repository-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { installedNative } from './installed-native.js';

const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'esnext.disposable'],
    module: 'nodenext',
    moduleDetection: 'force',
    jsx: 'preserve',
    types: ['node'],
    strict: true,
    noEmit: true,
    allowJs: true,
  },
  include: ['.'],
};

it('finds with native types what it finds with those of TypeScript 6, in every text of the rules', async () => {
  const native = await installedNative();
  const texts = await knownTexts();
  const files = texts.map(
    ({ language, text }, index) => [`text-${String(index)}.${language}`, text] as const,
  );
  const folder = await temporaryFolder({
    ...Object.fromEntries(files),
    'tsconfig.json': JSON.stringify(tsconfig),
    'package.json': '{ "type": "module" }',
  });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const troubles: string[] = [];
  const onTrouble = (trouble: string) => troubles.push(trouble);
  const [untyped, engine] = [new Engine({ onTrouble }), new Engine({ loadNative, onTrouble })];
  const options = { selection: presetSelection('strict') };
  const different: unknown[] = [];
  let typed = 0;
  for (const [index, [name, text]] of files.entries()) {
    const document = { file: path.join(folder, name), text };
    const { types, ...without } = untyped.quickCheck(document, options);
    if (types === 'unasked') continue;
    const own = await engine.checkText(document, options);
    const other = await engine.checkText(document, { ...options, types: native });
    if (!isDeepStrictEqual(own, other)) different.push({ of: texts[index], own, other });
    if (!isDeepStrictEqual(own, without)) typed++;
  }
  const { native: version } = engine.about();
  engine.dispose();
  expect(different).toEqual([]);
  expect({ version, troubles }).toEqual({ version: native.version, troubles: [] });
  expect(typed, 'texts in which types change what is found').toBeGreaterThan(50);
});
