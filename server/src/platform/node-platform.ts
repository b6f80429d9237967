import { ConfigWorker } from '../config/eslint/config-worker.js';
import { EslintConfigs } from '../config/eslint/eslint-configs.js';
import { RemoteEngine } from '../engine-thread/remote-engine.js';
import { findNative } from '../engine/native/find-native.js';
import { findSources } from '../engine/find-sources.js';
import { readRulePage } from '../engine/rule-page.js';
import { negotiatedEncoding } from '../positions/negotiated-encoding.js';
import { isToldLater, type ClientSupport } from '../support/client-support.js';
import type { Log } from '../support/log.js';
import type { Platform } from './platform.js';

/** Node: the engine and the projects' ESLint run in threads of their own, and files are read from disk. */
export const nodePlatform: Platform = {
  hasDisk: true,
  facts: { Node: process.version, Platform: `${process.platform} ${process.arch}` },
  negotiateEncoding: negotiatedEncoding,
  startEngine: (options) => new RemoteEngine(options),
  createEslintConfigs,
  findSources: (folders, signal) => findSources(folders, { cwd: '/', ignore: [], signal }),
  findNative,
  readRulePage,
};

function createEslintConfigs(client: ClientSupport, log: Log): EslintConfigs {
  const worker = new ConfigWorker({
    limit: 30_000,
    idle: 60_000,
    onOutput: (text) => {
      log.debug(() => `The project's ESLint config prints: ${text}`);
    },
  });
  // Who is told once has to wait for the answer.
  const patience = isToldLater(client) ? 3_000 : 60_000;
  return new EslintConfigs({ worker, log, isDiskWatched: client.watchesFiles, patience });
}
