import { createRequire } from 'node:module';

/** @returns the version of an installed package, without loading it; undefined for one that is part of the bundled code, or not there */
export function installedVersion(name: string): string | undefined {
  try {
    const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { version: string };
    return version;
  } catch {
    return undefined;
  }
}
