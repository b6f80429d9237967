import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import ts from 'typescript';

/**
 * @typedef {object} Snippet
 * @property {string} title what people see in the list
 * @property {string} description
 * @property {string} prefix what people type
 * @property {readonly string[]} placeholders the texts that are to be replaced, in the order of the tab stops
 * @property {readonly string[]} guidance the ids of the points that it serves
 * @property {string} file the path, from the top of the repository
 * @property {string} typescript
 * @property {string} javascript the same without types
 */

const folder = 'extension/snippets/src';
const header =
  /^\/\*\*\n \* (?<title>.+)\n \*\n(?<text>(?: \* .+\n)+) \*\n \* @prefix (?<prefix>\S+)\n \* @placeholders (?<placeholders>.+)\n \* @guidance (?<guidance>.+)\n \*\/\n+/;

/**
 * Reads the snippets: files whose header says what they are; what follows the header is what is inserted.
 *
 * @param {string} root the top of the repository
 * @returns {Promise<Snippet[]>}
 */
export function readSnippets(root) {
  const names = readdirSync(join(root, folder)).filter((name) => !name.endsWith('.d.ts'));
  return Promise.all(names.sort().map((name) => readSnippet(root, `${folder}/${name}`)));
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Promise<Snippet>}
 */
async function readSnippet(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const found = header.exec(text);
  const {
    title = '',
    text: description = '',
    prefix = '',
    placeholders = '',
    guidance = '',
  } = found?.groups ?? {};
  if (!found)
    throw new Error(`${file} needs a header with a title, a text, @prefix, @placeholders and @guidance.`);
  const typescript = text.slice(found[0].length);
  return {
    title,
    description: description.replaceAll(/^ \* /gm, '').trim().replaceAll('\n', ' '),
    prefix,
    placeholders: placeholders.split(' '),
    guidance: guidance.split(' '),
    file,
    typescript,
    javascript: await withoutTypes(typescript, join(root, file)),
  };
}

/**
 * @param {string} code
 * @param {string} file whose formatting it gets
 */
async function withoutTypes(code, file) {
  // TypeScript keeps comments and drops blank lines.
  const { outputText } = ts.transpileModule(code.replaceAll(/^$/gm, '//blank'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const javascript = outputText.replaceAll(/^\s*\/\/blank$/gm, '');
  return prettier.format(javascript, { ...(await prettier.resolveConfig(file)), parser: 'babel' });
}
