import { setImmediate } from 'node:timers/promises';
import { Engine } from '../engine/engine.js';
import type { ServerEngine } from './platform.js';

/** @returns an engine in the server's own thread, for where there is no other and no disk; nobody asks it for types there */
export function createLocalEngine(): ServerEngine {
  const engine = new Engine();
  return {
    async quickCheck(document, options) {
      // A check is made in one piece, so it begins with a turn of the event loop, in which an abort can arrive.
      await setImmediate();
      return engine.quickCheck(document, options);
    },
    checkText: (document, options) => engine.checkText(document, options),
    checkFile: (file, options) => engine.checkFile(file, options),
    describeSignal: (place, options) => engine.describeSignal(place, options),
    explain: (explained, options) => engine.explain(explained, options),
    disableEdits: (finding, options) => engine.disableEdits(finding, options),
    refactorings: (place, options) => engine.refactorings(place, options),
    threadSignal: (request, options) => engine.threadSignal(request, options),
    about: () => Promise.resolve(engine.about()),
    openDocument: () => undefined,
    closeDocument: () => undefined,
    filesChanged: () => false,
    dispose() {
      engine.dispose();
      return Promise.resolve();
    },
  };
}
