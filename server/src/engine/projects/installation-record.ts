import path from 'node:path';

/** The files in node_modules that npm, pnpm and Yarn write when they have installed packages. */
export const installationRecords = [
  '.package-lock.json',
  '.modules.yaml',
  '.yarn-state.yml',
  '.yarn-integrity',
];

/** @returns true for a file whose change says that packages were installed */
export function isInstallationRecord(file: string): boolean {
  const isInPlace = path.basename(path.dirname(file)) === 'node_modules';
  return isInPlace && installationRecords.includes(path.basename(file));
}
