import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Emitter } from 'vscode-languageserver';
import type { Log } from '../../support/log.js';
import { isInstallationRecord } from '../../engine/projects/installation-record.js';
import type { ConfigAnswer, PluginConfig } from './config-answer.js';
import { readConfigSources, type ConfigSources } from './config-sources.js';
import type { ConfigWorker } from './config-worker.js';
import { findEslintConfig, isEslintConfig } from './find-eslint-config.js';
import { mayHavePlugin } from './may-have-plugin.js';

/** What is known of the ESLint config of a file. */
export type EslintState =
  /** There is none, or our plugin is not in it. */
  | { kind: 'none'; configFile?: string; eslint?: string }
  | { kind: 'plugin'; configFile: string; eslint: string; plugin: PluginConfig }
  /** It cannot be read, for the reason that is given in a sentence. */
  | { kind: 'trouble'; configFile: string; trouble: string }
  /** The answer is still to come. */
  | { kind: 'loading'; configFile: string };

export interface EslintConfigsOptions {
  worker: Pick<ConfigWorker, 'ask' | 'end'>;
  log: Log;
  /** False where the disk can change without a word. */
  isDiskWatched: boolean;
  /** How long somebody who asks is kept waiting for an answer, in milliseconds. */
  patience: number;
}

/** What is known of one config file. */
interface KnownConfig {
  sources: ConfigSources;
  mayHavePlugin: boolean;
  trouble?: string;
}

/** What the projects' ESLint configs say of files, asked once for each file and until something changes that they are made of. */
export class EslintConfigs {
  readonly #options: EslintConfigsOptions;
  readonly #answered = new Emitter<void>();
  readonly #configs = new Map<string, Promise<KnownConfig>>();
  /** What the configs are read from. */
  readonly #sources = new Set<string>();
  /** The config files of files. */
  readonly #configFiles = new Map<string, Promise<string | undefined>>();
  readonly #states = new Map<string, Promise<EslintState>>();
  /** Most files of a config have the same answer, which is kept once. */
  readonly #plugins = new Map<string, PluginConfig>();
  /** What was last told of each config file. */
  readonly #told = new Map<string, string | undefined>();
  #generation = 0;

  /** Fires when an answer has come for which somebody did not wait. */
  readonly onAnswer = this.#answered.event;

  constructor(options: EslintConfigsOptions) {
    this.#options = options;
  }

  /**
   * Asks what the ESLint config of a file says, which runs the config and the project's ESLint.
   *
   * @param file an absolute path
   * @param folder the workspace folder in which it lies, whose code may be run
   * @throws the signal's reason when it aborts
   */
  async of(file: string, folder: string, signal: AbortSignal): Promise<EslintState> {
    const configFile = await this.#configFileOf(file, folder);
    signal.throwIfAborted();
    if (configFile === undefined) return none;
    const state = this.#states.get(file) ?? this.#find(file, configFile);
    this.#states.set(file, state);
    return this.#inTime(state, configFile, signal);
  }

  /** Takes note of changes on disk. @returns true where a config may now say something else */
  filesChanged(files: readonly string[]): boolean {
    const isMeant = (file: string) =>
      isEslintConfig(file) ||
      isInstallationRecord(file) ||
      path.basename(file) === 'package.json' ||
      this.#sources.has(file);
    if (!files.some(isMeant)) return false;
    this.forget();
    return true;
  }

  /** Forgets all answers, and ends the thread, so that its modules are loaded anew. */
  forget(): void {
    this.#generation++;
    this.#configs.clear();
    this.#sources.clear();
    this.#configFiles.clear();
    this.#states.clear();
    this.#plugins.clear();
    void this.#options.worker.end();
  }

  /** Waits no longer than the patience lasts; whoever has gone on without the answer hears of it later. */
  async #inTime(state: Promise<EslintState>, configFile: string, signal: AbortSignal): Promise<EslintState> {
    const known = new AbortController();
    const loading: EslintState = { kind: 'loading', configFile };
    try {
      const waiting = AbortSignal.any([signal, known.signal]);
      const first = await Promise.race([
        state,
        setTimeout(this.#options.patience, loading, { signal: waiting, ref: false }),
      ]);
      if (first === loading)
        void state.then(() => {
          this.#answered.fire();
        });
      return first;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      known.abort();
    }
  }

  async #configFileOf(file: string, folder: string): Promise<string | undefined> {
    if (!this.#options.isDiskWatched) {
      const found = await findEslintConfig(file, folder);
      if (found !== undefined) await this.#forgetIfWritten(found);
      return found;
    }
    const configFile = this.#configFiles.get(file) ?? findEslintConfig(file, folder);
    this.#configFiles.set(file, configFile);
    return configFile;
  }

  async #find(file: string, configFile: string): Promise<EslintState> {
    const generation = this.#generation;
    const config = await this.#configOf(configFile);
    if (!config.mayHavePlugin) return { kind: 'none', configFile };
    const answer: ConfigAnswer =
      config.trouble === undefined
        ? await this.#options.worker.ask({ file, configFile })
        : { trouble: config.trouble };
    // What was forgotten meanwhile was answered by a thread that has ended, or may be; whoever forgets it asks again.
    if (generation !== this.#generation) return { kind: 'loading', configFile };
    return this.#stateOf(answer, configFile, config);
  }

  async #configOf(configFile: string): Promise<KnownConfig> {
    const known = this.#configs.get(configFile) ?? readKnownConfig(configFile);
    this.#configs.set(configFile, known);
    for (const file of (await known).sources.files) this.#sources.add(file);
    return known;
  }

  #stateOf(answer: ConfigAnswer, configFile: string, config: KnownConfig): EslintState {
    const { log } = this.#options;
    if ('trouble' in answer) {
      // A config that hangs is not asked once more for each file.
      config.trouble = answer.trouble;
      const trouble = `${configFile}: ESLint cannot read this config: ${answer.trouble}. Its files are checked with the editor's settings.`;
      if (this.#told.get(configFile) !== trouble) log.warn(trouble);
      this.#told.set(configFile, trouble);
      return { kind: 'trouble', configFile, trouble };
    }
    this.#told.delete(configFile);
    const { eslint, plugin } = answer;
    log.debug(() => `${configFile}: ESLint ${eslint} ${plugin ? 'has' : 'does not have'} the plugin.`);
    if (!plugin) return { kind: 'none', configFile, eslint };
    return { kind: 'plugin', configFile, eslint, plugin: this.#kept(plugin) };
  }

  #kept(plugin: PluginConfig): PluginConfig {
    const key = JSON.stringify(plugin);
    const kept = this.#plugins.get(key) ?? plugin;
    this.#plugins.set(key, kept);
    return kept;
  }

  async #forgetIfWritten(configFile: string): Promise<void> {
    const known = await this.#configs.get(configFile);
    if (!known) return;
    const { stamp } = await readConfigSources(configFile);
    if (stamp !== known.sources.stamp) this.forget();
  }
}

const none: EslintState = { kind: 'none' };

async function readKnownConfig(configFile: string): Promise<KnownConfig> {
  const sources = await readConfigSources(configFile);
  return { sources, mayHavePlugin: await mayHavePlugin(configFile, sources) };
}
