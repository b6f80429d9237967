import { mkdir, mkdtemp, realpath, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Makes a folder that lasts as long as the test that asks for it.
 *
 * @param files what is in it: contents by path
 * @returns its absolute path
 */
export async function temporaryFolder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // Other users may look, so that a test can do without the rights of the user that runs it.
  await chmod(folder, 0o755);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}
