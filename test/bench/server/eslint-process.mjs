import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

// What an editor's ESLint extension does: one ESLint for a folder, with types from typescript-eslint's project service, that is
// given the text of a file after each edit. Answers each text with the count of its findings.
const [folder] = process.argv.slice(2);
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      plugins: { cancellation: plugin },
      languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
      rules: plugin.configs.recommended.rules ?? {},
    },
  ],
});

process.on('message', (/** @type {{ file: string, text: string }} */ { file, text }) => {
  void check(file, text);
});

/**
 * @param {string} file
 * @param {string} text
 */
async function check(file, text) {
  const [result] = await eslint.lintText(text, { filePath: file });
  const trouble = result?.messages.find(({ fatal }) => fatal)?.message;
  process.send?.({ count: result?.messages.length, trouble });
}
