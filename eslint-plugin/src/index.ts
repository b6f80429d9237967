import type { ESLint, Linter } from 'eslint';
import { presets } from './configs.js';
import { manifest } from './manifest.js';
import { rules } from './rules.js';

const base = {
  meta: manifest,
  // ESLint's own types know nothing of typescript-eslint's nodes, so the rules are handed over as its rules.
  rules: Object.fromEntries(rules.map((rule) => [rule.name, rule])) as unknown as NonNullable<
    ESLint.Plugin['rules']
  >,
} satisfies ESLint.Plugin;

/** The ESLint plugin: its rules, and the presets `recommended` and `strict`. */
const plugin: ESLint.Plugin & { configs: Record<'recommended' | 'strict', Linter.Config> } = Object.assign(
  base,
  {
    configs: presets(base, rules),
  },
);

export default plugin;
export { plugin as 'module.exports' };
