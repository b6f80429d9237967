import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import type { RuleSetting, RuleSettings } from '../../engine/rule-selection.js';
import type { ConfigAnswer, ConfigQuestion, PluginConfig } from './config-answer.js';

const pluginName = 'eslint-plugin-cancellation';
const oldestMajor = 9;
const severities = ['off', 'warn', 'error'] as const;

/** ESLint for a folder, once with what the config ignores and once without. */
interface Instances {
  version: string;
  whole: ESLint;
  /** ESLint has no config for a file that it ignores, which could not be told from one without our plugin. */
  unignoring: ESLint;
}

/** Kept as long as the thread: an instance reads its config once. */
const known = new Map<string, Instances>();

/**
 * Asks the project's own ESLint about a file, which runs its code and that of its config.
 *
 * @returns what it says of our plugin; a trouble where there is no ESLint that could say something
 * @throws whatever ESLint and the config throw
 */
export async function askEslint({ file, configFile }: ConfigQuestion): Promise<ConfigAnswer> {
  // A package of a workspace sees the ESLint of the workspace only where it lies above it, which Plug'n'Play does not know.
  const module = findEslint(file) ?? findEslint(configFile);
  if (module === undefined) return { trouble: 'ESLint is not installed' };
  const cwd = path.dirname(configFile);
  // A thread cannot change its folder; configs that look for a file beside them ask for it.
  process.cwd = () => cwd;
  const { version, whole, unignoring } = await instancesOf(module, cwd);
  if (Number.parseInt(version, 10) < oldestMajor) {
    return { trouble: `ESLint ${version} is installed, and the oldest that is understood is ${oldestMajor}` };
  }
  const config = (await unignoring.calculateConfigForFile(file)) as Linter.Config | undefined;
  const found = config && findPlugin(config);
  if (!found) return { eslint: version };
  return { eslint: version, plugin: { ...found, isIgnored: await whole.isPathIgnored(file) } };
}

async function instancesOf(module: string, cwd: string): Promise<Instances> {
  const key = JSON.stringify([module, cwd]);
  const found = known.get(key);
  if (found) return found;
  const { ESLint: Eslint } = (await import(pathToFileURL(module).href)) as { ESLint: typeof ESLint };
  const instances = {
    version: Eslint.version,
    whole: new Eslint({ cwd }),
    unignoring: new Eslint({ cwd, ignore: false }),
  };
  known.set(key, instances);
  return instances;
}

function findEslint(file: string): string | undefined {
  try {
    return createRequire(file).resolve('eslint');
  } catch {
    return undefined;
  }
}

function findPlugin(config: Linter.Config): Omit<PluginConfig, 'isIgnored'> | undefined {
  const names = Object.entries(config.plugins ?? {}).filter(([, { meta }]) => meta?.name === pluginName);
  const found = names.find(([namespace]) => hasRulesOf(namespace, config)) ?? names[0];
  if (!found) return undefined;
  const [namespace, { meta }] = found;
  return {
    namespace,
    ...(meta?.version !== undefined && { version: meta.version }),
    rules: rulesOf(namespace, config),
    abortPredicates: abortPredicatesOf(config),
    hasTypes: hasTypes(config),
  };
}

function hasRulesOf(namespace: string, { rules = {} }: Linter.Config): boolean {
  return Object.keys(rules).some((id) => id.startsWith(`${namespace}/`));
}

function rulesOf(namespace: string, { rules = {} }: Linter.Config): RuleSettings {
  const own = Object.entries(rules).flatMap(([id, entry]): [string, RuleSetting][] => {
    const setting = id.startsWith(`${namespace}/`) && entry !== undefined && settingOf(entry);
    return setting ? [[`cancellation${id.slice(namespace.length)}`, setting]] : [];
  });
  return Object.fromEntries(own);
}

function settingOf(entry: Linter.RuleEntry): RuleSetting {
  const [severity, ...options] = Array.isArray(entry)
    ? (entry as [Linter.RuleSeverity, ...unknown[]])
    : [entry];
  const word = typeof severity === 'number' ? severities[severity] : severity;
  return options.length === 0 ? word : [word, ...asData(options)];
}

/** Options may hold what cannot go to another thread; rules take none of it. */
function asData(options: unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(options)) as unknown[];
}

function abortPredicatesOf({ settings }: Linter.Config): readonly string[] {
  const own: unknown = settings?.cancellation;
  if (typeof own !== 'object' || own === null || !('abortPredicates' in own)) return [];
  const names = own.abortPredicates;
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names;
  throw new TypeError('settings.cancellation.abortPredicates has to be a list of function names');
}

function hasTypes({ languageOptions }: Linter.Config): boolean {
  const options: unknown = languageOptions?.parserOptions;
  if (typeof options !== 'object' || options === null) return false;
  const given = new Map<string, unknown>(Object.entries(options));
  return ['project', 'projectService', 'programs'].some((name) => Boolean(given.get(name)));
}
