import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isObject } from '../../support/is-object.js';
import type { FindNative, NativeTypeScript } from './native-typescript.js';

/** Beside a TypeScript 6 that is called `typescript`, the other one goes by the first name. */
const names = ['@typescript/native', 'typescript'];

/** The version with which all this was tried. */
const triedVersion = '7.1.0-beta';

/** See {@link FindNative}. */
export const findNative: FindNative = (folder) => {
  const found = names.flatMap((name) => findPackage(folder, name) ?? []);
  const native = found.find(({ version }) => canBeAsked(version));
  if (native) return native;
  const others = found.map((each) => `${each.version} in ${each.folder}`);
  const instead = others.length > 0 ? `there is only TypeScript ${others.join(' and ')}` : 'there is none';
  return {
    missing: `Native types take TypeScript 7.1, and seen from ${folder} ${instead}. It is installed by "npm install --save-dev @typescript/native@npm:typescript@${triedVersion}".`,
  };
};

function findPackage(folder: string, name: string): NativeTypeScript | undefined {
  try {
    const manifest = createRequire(path.join(folder, 'package.json')).resolve(`${name}/package.json`);
    const read: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    const version = isObject(read) ? read.version : undefined;
    return typeof version === 'string' ? { folder: path.dirname(manifest), version } : undefined;
  } catch {
    // It is not installed, or broken, which comes to the same here.
    return undefined;
  }
}

function canBeAsked(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 7 && minor >= 1;
}
