import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import sharp from 'sharp';
import manifest from '../../../extension/package.json' with { type: 'json' };
import { installChromium } from '../install-chromium.js';
import { installVsCode } from '../install-vscode.js';
import { makeProfile } from '../profile.js';
import { startVsCodeServer } from '../vscode-server.js';
import { PictureWindow, type Theme } from './picture-window.js';
import { pictures, type Picture } from './pictures.js';
import { shop } from './shop.js';

// `npm run pictures -- <names>` takes the pictures of the extension's README and walkthrough anew, all unless named.
const extension = path.join(import.meta.dirname, '../../../extension');
const images = path.join(extension, 'images');
const bothThemes: readonly Theme[] = ['light', 'dark'];
const failures = path.join(import.meta.dirname, '../failures');
const names = new Set(process.argv.slice(2));

const vsCode = await installVsCode();
const profile = await makeProfile(vsCode, path.join(extension, `${manifest.name}-${manifest.version}.vsix`));
const server = await startVsCodeServer(vsCode, profile);
const browser = await chromium.launch({
  executablePath: await installChromium(),
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
try {
  for (const picture of pictures) {
    if (names.size > 0 && !names.has(picture.name)) continue;
    for (const theme of picture.themes ?? bothThemes) await take(browser, picture, theme);
  }
} finally {
  await browser.close();
  server.stop();
  profile.remove();
}

async function take(shownBy: Browser, picture: Picture, theme: Theme): Promise<void> {
  const { name, arrange } = picture;
  // Some of the pictures show its name. One that is there already is somebody else's.
  const folder = path.join(tmpdir(), 'shop');
  await mkdir(folder);
  const shown = { ...picture, folder, files: shop, theme };
  const window = await PictureWindow.open(shownBy, server.address, shown);
  try {
    await arrange(window);
    const shot = picture.part === undefined ? window.page : window.page.locator(picture.part);
    const taken = await shot.screenshot({ animations: 'disabled' });
    const target = path.join(images, `${name}-${theme}.png`);
    // A screen has few colours, which a palette holds without a visible loss.
    await writeFile(target, await sharp(taken).png({ palette: true, quality: 95, effort: 10 }).toBuffer());
    console.log(`${path.relative(extension, target)}: ${((await stat(target)).size / 1_000).toFixed(0)} kB`);
  } catch (error) {
    await window.page.screenshot({ path: path.join(failures, `${name}-${theme}.png`) });
    console.error(`${name} (${theme}) was not taken: ${String(error)}`);
    process.exitCode = 1;
  } finally {
    // Before the browser, because the extension host of a window that is only lost waits for it.
    await window.page.close();
    await rm(folder, { recursive: true, force: true });
  }
}
