import type { ESLint, Linter } from 'eslint';
import type { Rule } from './create-rule.js';

type PresetName = 'recommended' | 'strict';

/**
 * Builds the presets from what the rules say of themselves.
 *
 * @param plugin the plugin that the presets switch on
 * @param rules every rule of the plugin
 * @returns a flat config per preset, each with its name
 */
export function presets(plugin: ESLint.Plugin, rules: readonly Rule[]): Record<PresetName, Linter.Config> {
  const recommended = rules.filter((rule) => rule.meta.docs?.recommended);
  return {
    recommended: preset('recommended', plugin, recommended),
    strict: preset('strict', plugin, rules),
  };
}

function preset(name: PresetName, plugin: ESLint.Plugin, rules: readonly Rule[]): Linter.Config {
  return {
    name: `cancellation/${name}`,
    plugins: { cancellation: plugin },
    rules: Object.fromEntries(
      rules.map((rule) => [`cancellation/${rule.name}`, rule.meta.docs?.recommended ?? 'warn']),
    ),
  };
}
