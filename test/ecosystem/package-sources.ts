import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of a package that a person could have written, with `/` in its path from the package's folder. */
export interface Source {
  file: string;
  text: string;
}

/** Build output for other module systems says the same once more. */
const duplicates =
  /(?:^|\/)(?:cjs|commonjs|umd|iife|browser|node_modules|(?:dist|build|lib)-cjs)\/|\.min\.|\.d\.[cm]?ts$/;

/** Longer lines are the work of a minifier. */
const longestLine = 2000;

/** @returns the readable sources of a package: its TypeScript where it ships that, else its JavaScript */
export async function packageSources(folder: string): Promise<Source[]> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !duplicates.test(file))
    .sort();
  const typescript = files.filter((file) => /^src\/.*\.[cm]?tsx?$/.test(file));
  const javascript = files.filter((file) => /\.m?jsx?$/.test(file));
  const chosen = [typescript, javascript, files].find((list) => list.length > 0) ?? [];
  const sources = await Promise.all(
    chosen.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  );
  return sources.filter(({ text }) => !text.split('\n').some((line) => line.length > longestLine));
}
