import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder, installPackages } from '../../support/user-cache.js';

/** The oxlint that is measured for reference. */
export const oxlintVersion = '1.94.0';

/** @returns how many seconds oxlint takes for src/ of a folder, with its own rules and one thread, the fastest of three times */
export async function measureOxlint(folder: string): Promise<number> {
  const installed = await cachedFolder('cancellation-bench', `oxlint@${oxlintVersion}`, (unfinished) =>
    installPackages(unfinished, { oxlint: oxlintVersion }),
  );
  const command = path.join(installed, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [command, '--threads=1', '--silent', 'src'];
  let fastest = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const begin = performance.now();
    // It ends with 1 where it finds something.
    await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }).catch(
      failUnlessFindings,
    );
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return fastest / 1000;
}

function failUnlessFindings(error: unknown): void {
  if ((error as { code?: unknown }).code !== 1) throw error;
}
