import { readFile } from 'node:fs/promises';

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * Gets TypeScript by `require` everywhere: what `import` does with CommonJS, it searches the nine megabytes for names to
 * export, takes longer than loading them; and each module that imported it would copy its thousands of names.
 *
 * @type {Plugin}
 */
const requireTypeScript = {
  name: 'require TypeScript',
  setup(bundling) {
    bundling.onResolve({ filter: /^typescript(?:\/|$)/ }, ({ path, kind, resolveDir }) =>
      kind === 'require-call' ? undefined : { path, namespace: 'required', pluginData: resolveDir },
    );
    bundling.onLoad({ filter: /.*/, namespace: 'required' }, ({ path, pluginData }) => ({
      contents: `export default require(${JSON.stringify(path)})`,
      resolveDir: pluginData,
    }));
  },
};

/**
 * Keeps typescript-eslint's modules from copying all names of TypeScript, each for itself.
 *
 * @type {Plugin}
 */
const shareTypeScript = {
  name: 'share TypeScript',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]@typescript-eslint[\\/].*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace('__importStar(require("typescript"))', 'require("typescript")') };
    });
  },
};

/**
 * Leaves out ESLint's own rules, a third of all code: the engine runs ours, and drops what others say.
 *
 * @type {Plugin}
 */
const leaveOutBuiltInRules = {
  name: 'leave out the rules of ESLint',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]eslint[\\/]lib[\\/]rules[\\/]index\.js$/ }, () => ({
      contents: 'module.exports = new Map()',
    }));
  },
};

/** How all bundles are made of which the engine is a part. */
export const enginePlugins = [requireTypeScript, shareTypeScript, leaveOutBuiltInRules];
