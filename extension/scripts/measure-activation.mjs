import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Script } from 'node:vm';
import { extension } from './bundle.mjs';

/**
 * Loads and activates the bundled extension beside a stand-in for the editor, which answers everything at once.
 *
 * @returns {Promise<{ activated: number, free: number }>} how long the extension's own code keeps the editor's extension host
 *   busy, in milliseconds: until `activate` returns, and until the client is loaded, which comes after it
 */
export async function measureActivation() {
  const file = join(extension, 'dist', 'extension.cjs');
  const code = await readFile(file, 'utf8');
  const require = createRequire(file);
  /** @type {(name: string) => unknown} */
  const requireWithEditor = (name) => (name === 'vscode' ? standIn() : require(name));
  /** @type {{ exports: { activate?: (context: unknown) => void } }} */
  const module = { exports: {} };

  const start = performance.now();
  const script = new Script(`(function (require, module, exports) {${code}\n})`, { filename: file });
  /** @type {(require: unknown, module: unknown, exports: unknown) => void} */
  const load = script.runInThisContext();
  load(requireWithEditor, module, module.exports);
  module.exports.activate?.(standIn());
  const activated = performance.now() - start;
  await setImmediate();
  return { activated, free: performance.now() - start };
}

/**
 * @returns {unknown} something that is a class and a function, has every property and nothing to go through
 */
function standIn() {
  /** @type {Record<string | symbol, unknown>} */
  const known = {
    prototype: Object.prototype,
    [Symbol.toPrimitive]: () => '',
    [Symbol.iterator]: () => [].values(),
  };
  /** @type {unknown} */
  const proxy = new Proxy(Object, {
    get: (_, name) => {
      if (name in known) return known[name];
      // A promise that never settles would be waited for.
      return name === 'then' || typeof name === 'symbol' ? undefined : proxy;
    },
    construct: () => ({}),
    set: () => true,
    apply: () => proxy,
  });
  return proxy;
}
