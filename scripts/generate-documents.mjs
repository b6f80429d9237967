import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from './generate-extension.mjs';
import { guidanceSections } from './generate-guidance.mjs';

/** @typedef {import('./generate-source.mjs').Generated} Generated */
/** @typedef {import('../eslint-plugin/build/guidance.js').GuidancePoint} GuidancePoint */
/** @typedef {import('./read-snippets.mjs').Snippet} Snippet */
/** @typedef {import('../eslint-plugin/build/create-rule.js').Rule} Rule */

const headerEnd = '<!-- end of the generated header -->';

/**
 * @typedef {object} Sources what the documents say things of
 * @property {readonly GuidancePoint[]} guidance
 * @property {readonly Rule[]} rules
 * @property {readonly Snippet[]} snippets
 * @property {string} sampleRun the shell command's output for the samples
 */

/**
 * The documents that hold what the rules and snippets say of themselves, what the shell command says of the samples, and what was
 * tried in editors.
 *
 * @param {string} root the top of the repository
 * @param {Sources} sources
 * @returns {Generated[]}
 */
export function generateDocuments(root, { guidance, rules, snippets, sampleRun }) {
  const ruleFolder = 'eslint-plugin/src/rules';
  return [
    ...rules.map((rule) => page(root, `${ruleFolder}/${rule.name}/${rule.name}.md`, rule)),
    withParts(root, 'README.md', {
      'sample run': `\`\`\`text\n${sampleRun.trimEnd()}\n\`\`\``,
      rules: table(rules, ruleFolder),
    }),
    { file: 'eslint-plugin/oxlint.json', text: oxlintConfig(rules) },
    withParts(root, 'eslint-plugin/README.md', { rules: table(rules, 'src/rules') }),
    withParts(root, 'extension/README.md', {
      snippets: snippetTable(snippets),
      settings: settingsTable(root),
    }),
    withParts(root, 'docs/guidance.md', { guidance: guidanceSections(guidance, rules, snippets) }),
    withParts(root, 'docs/other-editors.md', {
      neovim: editorConfig(root, 'lua', 'neovim/cancellation.lua'),
      eglot: editorConfig(root, 'elisp', 'emacs/eglot.el'),
      'lsp-mode': editorConfig(root, 'elisp', 'emacs/lsp-mode.el'),
      vim: editorConfig(root, 'vim', 'vim/cancellation.vim'),
    }),
    withParts(root, 'docs/snippets.md', { snippets: snippets.map(snippetSection).join('\n\n') }),
  ];
}

/**
 * The preset `recommended` for oxlint, which takes no configs from plugins and gives their rules no types.
 *
 * @param {readonly Rule[]} rules
 */
function oxlintConfig(rules) {
  const able = rules.filter(({ meta: { docs } }) => docs?.recommended && !docs.requiresTypes);
  const severities = able.map(({ name, meta }) => [`cancellation/${name}`, meta.docs?.recommended]);
  return JSON.stringify({ jsPlugins: ['./dist/index.js'], rules: Object.fromEntries(severities) });
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Rule} rule
 * @returns {Generated}
 */
function page(root, file, rule) {
  const path = join(root, file);
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A page without a generated header yet keeps what begins with its first section.
  const [, rest = old.slice(old.search(/^## |(?![^])/m))] = old.split(headerEnd);
  return { file, text: `${header(rule)}\n\n${headerEnd}\n\n${rest.trimStart()}` };
}

/** @param {Rule} rule */
function header({ name, meta }) {
  const { description, recommended, requiresTypes } = docsOf(meta);
  const facts = [
    recommended
      ? `In the presets: \`recommended\` and \`strict\`, as ${severityName(recommended)}.`
      : `In the presets: \`strict\` only, as ${severityName('warn')}.`,
    meta.hasSuggestions ? 'Fix: offers suggestions in the editor.' : 'Fix: none.',
    requiresTypes
      ? 'Types: needed; without type information it reports nothing.'
      : 'Types: not needed; sharper where there is type information.',
  ];
  return `# cancellation/${name}\n\n${capitalised(description)}.\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

/**
 * @param {readonly Rule[]} rules
 * @param {string} folder where the rules' folders are, from the document
 */
function table(rules, folder) {
  const rows = rules.map(({ name, meta }) => {
    const { description, recommended = '', requiresTypes } = docsOf(meta);
    const link = `[${name}](${folder}/${name}/${name}.md)`;
    return `| ${link} | ${capitalised(description)} | ${recommended} | ${requiresTypes ? 'needed' : 'used'} |`;
  });
  return ['| Rule | What it does | `recommended` | Types |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** @param {Snippet} snippet */
function snippetSection({ title, prefix, description, typescript, file }) {
  const source = `[Source](../${file})`;
  return `## ${title}\n\n\`${prefix}\`: ${description} ${source}.\n\n\`\`\`ts\n${typescript}\`\`\``;
}

/** @param {readonly Snippet[]} snippets */
function snippetTable(snippets) {
  const rows = snippets.map(({ prefix, description }) => `| \`${prefix}\` | ${description} |`);
  return ['| Prefix | What it is |', '| --- | --- |', ...rows].join('\n');
}

/**
 * @param {string} root
 * @param {string} language
 * @param {string} file what `npm run test:clients` runs
 */
function editorConfig(root, language, file) {
  const text = readFileSync(join(root, 'test', 'clients', file), 'utf8');
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/**
 * Replaces what stands between the markers `<!-- generated: name -->` and `<!-- end: name -->`.
 *
 * @param {string} root
 * @param {string} file
 * @param {Record<string, string>} parts
 * @returns {Generated}
 */
function withParts(root, file, parts) {
  let text = readFileSync(join(root, file), 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from === -1 || to < from) throw new Error(`${file} needs the markers ${start} and ${end}.`);
    text = `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
  }
  return { file, text };
}

/** @param {Rule['meta']} meta */
function docsOf(meta) {
  if (!meta.docs) throw new Error('Every rule has meta.docs.');
  return meta.docs;
}

/** @param {'error' | 'warn'} severity */
function severityName(severity) {
  return severity === 'error' ? 'an error' : 'a warning';
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
