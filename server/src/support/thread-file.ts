import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param address the address of the module that starts a thread, its `import.meta.url`
 * @param name what the thread's file is called, without its extension
 * @returns the thread's file, which lies beside the module and has its extension: bundled they are of another kind
 */
export function threadFileBeside(address: string, name: string): string {
  const here = fileURLToPath(address);
  return path.join(path.dirname(here), `${name}${path.extname(here)}`);
}
