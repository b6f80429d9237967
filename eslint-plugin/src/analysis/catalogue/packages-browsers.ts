import { optionsOf, under, type CancellableApi } from './api.js';

// puppeteer-core 24.43.1 (types.d.ts: GoToOptions, WaitFor...Options)
const puppeteer = optionsOf('puppeteer');
const pageCalls = [
  puppeteer('goto', 1, 'promise'),
  puppeteer('goBack', 0, 'promise'),
  puppeteer('goForward', 0, 'promise'),
  puppeteer('reload', 0, 'promise'),
  puppeteer('setContent', 1, 'promise'),
  puppeteer('waitForNavigation', 0, 'promise'),
  puppeteer('waitForSelector', 1, 'promise'),
  puppeteer('waitForFunction', 1, 'promise'),
  puppeteer('waitForRequest', 1, 'promise'),
  puppeteer('waitForResponse', 1, 'promise'),
  puppeteer('waitForNetworkIdle', 0, 'promise'),
];
const pages = ['launch', 'connect'].flatMap((maker) => under(pageCalls, `${maker}#newPage#`));

// playwright-core 1.65.1 (types/types.d.ts: Page)
const playwright = optionsOf('playwright');
const playwrightPageCalls = [
  ...['goBack', 'goForward', 'reload', 'waitForNavigation'].map((name) => playwright(name, 0, 'promise')),
  ...['goto', 'setContent', 'click', 'check', 'hover', 'textContent', 'innerText', 'getAttribute'].map(
    (name) => playwright(name, name === 'getAttribute' ? 2 : 1, 'promise'),
  ),
  ...['waitForLoadState', 'waitForRequest', 'waitForResponse', 'waitForURL'].map((name) =>
    playwright(name, 1, 'promise'),
  ),
  ...['fill', 'press', 'type'].map((name) => playwright(name, 2, 'promise')),
];
const playwrightCalls = ['chromium', 'firefox', 'webkit'].flatMap((browser) =>
  ['newPage#', 'newContext#newPage#'].flatMap((way) =>
    under(playwrightPageCalls, `${browser}.launch#${way}`),
  ),
);

/** Browsers that are driven from outside. */
export const browserApis: readonly CancellableApi[] = [
  ...['playwright', 'playwright-core'].flatMap((module) => under(playwrightCalls, '', module)),
  ...pages,
  ...under(pages, '', 'puppeteer-core'),
];
