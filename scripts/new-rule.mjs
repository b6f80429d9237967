import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleTemplates } from './rule-templates.mjs';
import { root, runNode } from './set-up.mjs';

// `npm run new-rule <id>` writes the files of a rule and takes it into the generated lists.
const verbs = ['no', 'require', 'forward', 'use', 'reject', 'prefer'];
const [id = '', ...rest] = process.argv.slice(2);
const folder = join(root, 'eslint-plugin', 'src', 'rules', id);

const complaint = complaintAbout(id, rest);
if (complaint) {
  console.error(complaint);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(ruleTemplates(id))) writeFileSync(join(folder, name), text);
  console.log(`Wrote eslint-plugin/src/rules/${id}/: the rule, its cases and its page.`);
  process.exitCode = await runNode([join(root, 'scripts', 'update.mjs')], { cwd: root });
}

/**
 * @param {string} id
 * @param {readonly string[]} rest what else is on the command line
 * @returns {string | undefined} why there can be no such rule
 */
function complaintAbout(id, rest) {
  if (id === '' || rest.length > 0)
    return 'Say `npm run new-rule <id>`, with one id such as no-swallowed-abort.';
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) return `${id} is not in kebab-case, such as no-swallowed-abort.`;
  if (!verbs.some((verb) => id.startsWith(`${verb}-`)))
    return `${id} has to begin with one of: ${verbs.join(', ')}.`;
  if (existsSync(folder)) return `There is a rule ${id} already.`;
  return undefined;
}
