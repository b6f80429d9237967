import { Emitter, PositionEncodingKind } from 'vscode-languageserver';
import { createLocalEngine } from './local-engine.js';
import type { Platform, ServerEslintConfigs } from './platform.js';

/** What browsers have and Node has not always; the types of a whole browser would clash with Node's. */
declare const navigator: { userAgent: string };

/** The worker of a browser: one thread, and nothing to read but the open documents. */
export const browserPlatform: Platform = {
  hasDisk: false,
  facts: { Browser: navigator.userAgent },
  negotiateEncoding: () => PositionEncodingKind.UTF16,
  startEngine: createLocalEngine,
  createEslintConfigs: (): ServerEslintConfigs => ({
    onAnswer: new Emitter<void>().event,
    of: () => Promise.resolve({ kind: 'none' }),
    filesChanged: () => false,
    forget: () => undefined,
  }),
  findSources: () => Promise.resolve({ files: [], troubles: [] }),
  findNative: () => ({ missing: 'No other TypeScript runs in a browser.' }),
  readRulePage: (id) => Promise.reject(new Error(`The page of ${id} is not there.`)),
};
