import process from 'node:process';
import { findNative } from '../engine/native/find-native.js';
import type { TypesOption } from '../engine/native/type-engines.js';
import { installedVersion } from '../support/installed-version.js';
import type { TypesChoice } from './selection-options.js';

/** @returns where the types come from; says on standard error where the TypeScript that is asked for is not there */
export function typesOption(choice: TypesChoice): TypesOption {
  if (choice !== 'native') return choice !== false;
  const found = findNative(process.cwd());
  if (!('missing' in found)) return found;
  const own = installedVersion('typescript') ?? '';
  console.error(`${found.missing} TypeScript ${own} gives the types.`);
  return true;
}
