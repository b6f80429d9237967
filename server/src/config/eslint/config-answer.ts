import type { RuleSettings } from '../../engine/rule-selection.js';

/** Asks what the project's ESLint would do with a file. */
export interface ConfigQuestion {
  /** The absolute path of the file. */
  file: string;
  /** The absolute path of the ESLint config that it comes under. */
  configFile: string;
}

/** What a resolved ESLint config says of our plugin. */
export interface PluginConfig {
  /** What the plugin is called in it. */
  namespace: string;
  /** The version of the plugin, where it tells one. */
  version?: string;
  /** What the rules are set to, by our own full ids; what is missing is off. */
  rules: RuleSettings;
  abortPredicates: readonly string[];
  /** True where ESLint leaves the file alone. */
  isIgnored: boolean;
  /** True where ESLint's parser is set up to know types. */
  hasTypes: boolean;
}

/** What ESLint says: its version, and our plugin if it has it; or why it says nothing, in a part of a sentence. */
export type ConfigAnswer = { eslint: string; plugin?: PluginConfig } | { trouble: string };
