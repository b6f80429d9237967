import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadNative, NativeModules } from './native-api.js';

/** See {@link LoadNative}. */
export const loadNative: LoadNative = async ({ folder }) => {
  const { resolve } = createRequire(path.join(folder, 'package.json'));
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(resolve(`typescript/${name}`)).href);
  const [sync, fs, ast] = await Promise.all(['sync', 'fs', 'ast'].map(load));
  const modules = { sync, fs, ast } as Partial<NativeModules>;
  if (!isWhole(modules)) throw new Error('its synchronous API is another one');
  return modules;
};

function isWhole(modules: Partial<NativeModules>): modules is NativeModules {
  const { sync, fs, ast } = modules;
  return typeof sync?.API === 'function' && fs?.serverFS !== undefined && ast?.SyntaxKind !== undefined;
}
