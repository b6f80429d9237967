import plugin from 'eslint-plugin-cancellation';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../engine/digest.js';
import type { RuleSelection } from '../../engine/rule-selection.js';
import { manifest } from '../../manifest.js';
import { installedVersion } from '../../support/installed-version.js';
import type { TypesChoice } from '../selection-options.js';

/** What decides about the findings of a file, besides what is on disk. */
interface CheckManner {
  selection: RuleSelection;
  types: TypesChoice;
}

/** @returns a word for the rules and all that runs them; findings of another word say nothing */
export function cacheKey({ selection, types }: CheckManner): string {
  // What is bundled is a part of the code.
  const versions = ['eslint', '@typescript-eslint/parser', 'typescript'].map(installedVersion);
  const code = [import.meta.url, import.meta.resolve('eslint-plugin-cancellation')].map((module) =>
    codeAround(path.dirname(fileURLToPath(module))),
  );
  return digestOf(JSON.stringify([manifest, plugin.meta, versions, code, selection, types]));
}

/** Of the package that a folder belongs to: one that is not released yet keeps its version while its code changes. */
function codeAround(folder: string): string {
  const above = path.dirname(folder);
  const isTop = above === folder || existsSync(path.join(above, 'package.json'));
  return isTop ? codeIn(folder) : codeAround(above);
}

function codeIn(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = entries.filter((file) => file.endsWith('.js')).toSorted();
  return digestOf(
    files.map((file) => `${file}\0${readFileSync(path.join(folder, file), 'utf8')}`).join('\0'),
  );
}
