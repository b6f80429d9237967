import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Bundles the packages before the first test, since the tests run what npm gets. */
export default async function bundlePackages(): Promise<void> {
  const script = fileURLToPath(new URL('../../scripts/bundle.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script]);
}
