import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { readFile } from 'node:fs/promises';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packWorkspace, type PackedPackage } from './packed-package.js';

// ES modules only: every Node that is supported can `require` them, and resolutions from before `exports` find none of the doors.
const accepted = new Set(['CJSResolvesToESM']);

let packed: PackedPackage[];
beforeAll(async () => {
  packed = [await packWorkspace('eslint-plugin'), await packWorkspace('server')];
});
afterAll(async () => {
  for (const one of packed) await one.dispose();
});

it('publint has nothing to say of the packages', async () => {
  const said = await Promise.all(
    packed.map(async ({ folder }) => {
      const { messages, pkg } = await publint({ pkgDir: folder, pack: false, level: 'suggestion' });
      return messages.map((message) => formatMessage(message, pkg, { color: false }));
    }),
  );
  expect(said.flat()).toEqual([]);
});

it('the types are those of the code, for whoever imports the packages', async () => {
  const problems = await Promise.all(
    packed.map(async ({ tarball }) => {
      const result = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
      return result.types ? result.problems : ['There are no types.'];
    }),
  );
  const serious = problems.flat().filter((problem) => {
    if (typeof problem === 'string') return true;
    const isOld = 'resolutionKind' in problem && problem.resolutionKind === 'node10';
    return !isOld && !accepted.has(problem.kind);
  });
  expect(serious).toEqual([]);
});
