import { optionsOf, under, type CancellableApi } from './api.js';

// mongodb 7.9.0 (Abortable; since 6.13): writes take no signal
const mongodb = optionsOf('mongodb');
const collectionCalls = [
  mongodb('findOne', 1, 'promise'),
  mongodb('find', 1, 'iterable'),
  mongodb('aggregate', 1, 'iterable'),
  mongodb('countDocuments', 1, 'promise'),
];
const databaseCalls = [
  mongodb('command', 1, 'promise'),
  mongodb('listCollections', 1, 'iterable'),
  ...under(collectionCalls, 'collection#'),
];

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

// @azure/storage-blob 12.32.0 (Clients.d.ts, ContainerClient.d.ts)
const blob = optionsOf('@azure/storage-blob', 'abortSignal');
const blobCalls = [blob('download', 2, 'promise'), blob('getProperties', 0, 'promise')];
const blockBlobCalls = [
  ...blobCalls,
  blob('upload', 2, 'promise'),
  blob('uploadData', 1, 'promise'),
  blob('uploadStream', 3, 'promise'),
];
const containerCalls = [
  blob('listBlobsFlat', 0, 'iterable'),
  ...under(blobCalls, 'getBlobClient#'),
  ...under(blockBlobCalls, 'getBlockBlobClient#'),
];

/**
 * Databases, cloud services and browsers. Left out, because they take no signal: pg, mysql2, ioredis, and the `sleep` of Temporal, which its own
 * scopes cancel; Supabase, which takes it by a method, `abortSignal(signal)`.
 */
export const dataApis: readonly CancellableApi[] = [
  ...['MongoClient#', 'MongoClient.connect#'].flatMap((maker) => under(databaseCalls, `${maker}db#`)),
  // @aws-sdk/client-s3 3.1169.0, @aws-sdk/lib-dynamodb 3.1162.0 (HttpHandlerOptions of @smithy/types)
  optionsOf('@aws-sdk/client-*', 'abortSignal')('*#send', 1, 'promise', { beforeCallback: true }),
  optionsOf('@aws-sdk/lib-dynamodb', 'abortSignal')('DynamoDBDocumentClient.from#send', 1, 'promise', {
    beforeCallback: true,
  }),
  ...['BlobServiceClient#', 'BlobServiceClient.fromConnectionString#'].flatMap((maker) =>
    under(containerCalls, `${maker}getContainerClient#`),
  ),
  ...under(containerCalls, 'ContainerClient#'),
  ...under(blockBlobCalls, 'BlockBlobClient#'),
  ...['playwright', 'playwright-core'].flatMap((module) => under(playwrightCalls, '', module)),
  ...pages,
  ...under(pages, '', 'puppeteer-core'),
];
