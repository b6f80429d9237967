import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../temporary-folder.js';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** The packages that a project has unless told, by the names by which they are installed here. */
const usual = { eslint: 'eslint', 'eslint-plugin-cancellation': 'eslint-plugin-cancellation' };

/**
 * Makes a folder with packages of this repository installed, as long as the test lasts that asks for it.
 *
 * @param files contents by path
 * @param installed what the packages are called there, to what they are called here
 * @returns its absolute path
 */
export async function eslintProject(
  files: Record<string, string>,
  installed: Record<string, string> = usual,
): Promise<string> {
  const folder = await temporaryFolder(files);
  await linkPackages(folder, installed);
  return folder;
}

/**
 * Installs packages of this repository in a folder.
 *
 * @param folder its absolute path
 * @param installed what the packages are called there, to what they are called here
 */
export async function linkPackages(folder: string, installed: Record<string, string> = usual): Promise<void> {
  await mkdir(path.join(folder, 'node_modules'), { recursive: true });
  for (const [name, source] of Object.entries(installed)) {
    await symlink(path.join(packages, source), path.join(folder, 'node_modules', name), 'junction');
  }
}

/**
 * The text of an ESLint config with our plugin.
 *
 * @param rules what the rules are set to
 * @param more further parts of the list, as source text
 */
export function eslintConfig(rules: Record<string, unknown>, more = ''): string {
  return `import cancellation from 'eslint-plugin-cancellation';

export default [
  { files: ['**/*.ts'], plugins: { cancellation }, rules: ${JSON.stringify(rules)} },
  ${more}
];
`;
}
