import type { ClientCapabilities, PositionEncodingKind } from 'vscode-languageserver';
import type { EslintConfigs } from '../config/eslint/eslint-configs.js';
import type { RemoteEngine, RemoteEngineOptions } from '../engine-thread/remote-engine.js';
import type { FoundSources } from '../engine/find-sources.js';
import type { FindNative } from '../engine/native/native-typescript.js';
import type { ClientSupport } from '../support/client-support.js';
import type { Log } from '../support/log.js';

/** The engine as the server uses it, whatever it runs in. */
export type ServerEngine = Pick<RemoteEngine, keyof RemoteEngine>;

/** What the projects' ESLint configs say, as the server asks for it. */
export type ServerEslintConfigs = Pick<EslintConfigs, keyof EslintConfigs>;

/** What the server takes from where it runs: Node or a browser. All the rest of it is the same. */
export interface Platform {
  /** False where nothing can be read but the open documents. */
  hasDisk: boolean;
  /** What it is, for the debug information, by name. */
  facts: Readonly<Record<string, string>>;
  /** How places in a line are counted between the client and the server. */
  negotiateEncoding: (capabilities: ClientCapabilities) => PositionEncodingKind;
  startEngine: (options: RemoteEngineOptions) => ServerEngine;
  createEslintConfigs: (client: ClientSupport, log: Log) => ServerEslintConfigs;
  /** Finds the source files below folders. @throws the signal's reason when it aborts */
  findSources: (folders: readonly string[], signal: AbortSignal) => Promise<FoundSources>;
  findNative: FindNative;
  /** Reads the page of a rule. @throws where it is not there, and the signal's reason when it aborts */
  readRulePage: (id: string, signal: AbortSignal) => Promise<string>;
}
