import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** @typedef {import('./generate-source.mjs').Generated} Generated */
/** @typedef {import('../eslint-plugin/build/create-rule.js').Rule} Rule */
/** @typedef {{ enum?: string[], default?: unknown, description?: string, markdownDescription?: string }} Setting */
/** @typedef {{ contributes: { configuration: { properties: Record<string, Setting> }[] } }} Manifest */

const severities = ['off', 'warn', 'error'];
const shownSeverities = ['error', 'warning', 'information', 'hint'];

/**
 * What the extension's manifest says of the rules, so that the editor completes and explains their ids, and the texts of its
 * code for those who translate them.
 *
 * @param {string} root the top of the repository
 * @param {readonly Rule[]} rules
 * @returns {Generated[]}
 */
export function generateExtension(root, rules) {
  return [manifest(root, rules), manifestTexts(root, rules), codeTexts(root)];
}

/**
 * @param {string} root
 * @param {readonly Rule[]} rules
 */
function manifest(root, rules) {
  const file = 'extension/package.json';
  const all = /** @type {Manifest} */ (readJson(root, file));
  for (const { properties } of all.contributes.configuration) {
    withRules(properties['cancellation.rules'], byRule(rules, settingOf));
    const shown = { enum: shownSeverities };
    withRules(properties['cancellation.severity'], { '*': shown, ...byRule(rules, () => shown) });
  }
  return { file, text: JSON.stringify(all) };
}

/**
 * @param {object | undefined} setting
 * @param {object} properties
 */
function withRules(setting, properties) {
  if (setting) Object.assign(setting, { properties, additionalProperties: false });
}

/**
 * @param {readonly Rule[]} rules
 * @param {(rule: Rule) => object} schemaOf
 */
function byRule(rules, schemaOf) {
  return Object.fromEntries(
    rules.map((rule) => [
      `cancellation/${rule.name}`,
      { description: `%rules.${rule.name}%`, ...schemaOf(rule) },
    ]),
  );
}

/** @param {Rule} rule */
function settingOf({ meta }) {
  const options = Array.isArray(meta.schema) ? meta.schema : [];
  if (options.length === 0) return { enum: severities };
  const list = { type: 'array', items: [{ enum: severities }, ...options], minItems: 1 };
  return { anyOf: [{ enum: severities }, list] };
}

/**
 * @param {string} root
 * @param {readonly Rule[]} rules
 */
function manifestTexts(root, rules) {
  const file = 'extension/package.nls.json';
  const written = Object.entries(readJson(root, file)).filter(([key]) => !key.startsWith('rules.'));
  const described = rules.map(({ name, meta }) => [`rules.${name}`, sentence(meta.docs?.description ?? '')]);
  return { file, text: JSON.stringify(Object.fromEntries([...written, ...described])) };
}

/**
 * @param {string} root the top of the repository
 * @returns {string} a table of the extension's settings, as its manifest says them
 */
export function settingsTable(root) {
  const texts = readJson(root, 'extension/package.nls.json');
  const { contributes } = /** @type {Manifest} */ (readJson(root, 'extension/package.json'));
  const rows = contributes.configuration
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([name, setting]) => {
      const {
        enum: choices = [],
        default: initial,
        markdownDescription,
        description = markdownDescription,
      } = setting;
      const others = choices.filter((choice) => choice !== initial);
      const first = typeof initial === 'string' ? initial : JSON.stringify(initial);
      const values = [first, ...others].map((value) => `\`${value}\``).join(', ');
      const text = String(texts[String(description).slice(1, -1)]).replaceAll(/#(cancellation\.\w+)#/g, '$1');
      return `| \`${name}\` | ${values} | ${text} |`;
    });
  return ['| Setting | Values, the default first | What it does |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** @param {string} root */
function codeTexts(root) {
  const folder = join(root, 'extension', 'src');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => textsIn(name, readFileSync(join(folder, name), 'utf8')));
  return {
    file: 'extension/l10n/bundle.l10n.json',
    text: JSON.stringify(Object.fromEntries(texts.map((text) => [text, text]))),
  };
}

/**
 * @param {string} name
 * @param {string} code
 * @returns {string[]} the first argument of each `l10n.t(...)`
 */
function textsIn(name, code) {
  /** @type {string[]} */
  const texts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'l10n.t') {
      const [text] = node.arguments;
      if (!text || !ts.isStringLiteralLike(text))
        throw new Error(`${name} translates what is no string: ${node.getText(source)}`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest);
  visit(source);
  return texts;
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function readJson(root, file) {
  /** @type {Record<string, unknown>} */
  const content = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return content;
}

/** @param {string} text */
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
