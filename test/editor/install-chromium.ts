import { existsSync } from 'node:fs';
import { run } from '../support/run.js';

const chromium = '/usr/bin/chromium';
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

/**
 * Finds the browser that shows the workbench, and installs it from Debian where that is possible.
 *
 * @returns the path of Chromium: the variable CHROMIUM names another than the system's
 * @throws an error that says what to install
 */
export async function installChromium(): Promise<string> {
  const browser = process.env.CHROMIUM ?? chromium;
  if (existsSync(browser)) return browser;
  const isInstallable = browser === chromium && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!isInstallable) {
    throw new Error(
      `There is no ${browser}. Install Chromium (on Debian: apt-get install ${packages.join(' ')}), ` +
        'or set CHROMIUM to the path of the one you have.',
    );
  }
  console.log(`Installing ${packages.join(', ')}; this takes half a minute, once.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  return browser;
}
