import { findNative } from '../../server/src/engine/native/find-native.js';
import type { NativeTypeScript } from '../../server/src/engine/native/native-typescript.js';
import { installedPackage } from '../ecosystem/installed-package.js';

/**
 * Installs the TypeScript that native types are tried with into the user's cache. It is no dependency of the repository, because npm
 * would have to choose between its `tsc` and the one that builds the project.
 */
export async function installedNative(): Promise<NativeTypeScript> {
  const folder = await installedPackage('typescript', '7.1.0-beta');
  const found = findNative(folder);
  if ('missing' in found) throw new Error(found.missing);
  return found;
}
