import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes one text with the licence of each package that bundled files come from, as the licences ask for.
 *
 * @param {string} target the file to write
 * @param {readonly string[]} inputs the files that were bundled
 */
export async function writeLicences(target, inputs) {
  const folders = new Set(inputs.flatMap((file) => packageFolder(file) ?? []));
  const sections = await Promise.all([...folders].sort().map(licenceOf));
  await writeFile(target, [...new Set(sections)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n');
}

/**
 * @param {string} file
 * @returns {string | undefined} the package's folder in node_modules; none for files of this project
 */
function packageFolder(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

/**
 * @param {string} folder a package's
 * @returns {Promise<string>} its name, version and licence, with the licence's text where the package has one
 */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((entry) =>
    /^(licen[cs]e|notice|thirdpartynotice)/i.test(entry),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n');
}
