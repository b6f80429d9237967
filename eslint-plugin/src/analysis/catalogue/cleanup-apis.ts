import { under } from './api.js';

/** One call that closes, releases, deletes or flushes something and, when called without a callback, returns a promise. */
export interface AsyncCleanupApi {
  /** As in {@link CancellableApi}. */
  readonly module?: string;
  /** As in {@link CancellableApi}. */
  readonly path: string;
}

function callsOf(module: string | undefined, ...paths: readonly string[]): AsyncCleanupApi[] {
  return paths.map((path) => (module === undefined ? { path } : { module, path }));
}

// The platform: lib.dom.d.ts of TypeScript 6.0.3
const web = [
  ...callsOf(undefined, 'fetch#body.cancel', 'fetch#body.getReader#cancel'),
  ...callsOf(undefined, 'ReadableStream#cancel', 'ReadableStream#getReader#cancel'),
  ...callsOf(undefined, 'WritableStream#close', 'WritableStream#abort'),
  ...callsOf(undefined, 'WritableStream#getWriter#close', 'WritableStream#getWriter#abort'),
  ...callsOf(undefined, 'AudioContext#close', 'navigator.wakeLock.request#release', 'caches.delete'),
];

// Node: @types/node 20.19.43 and 26.6.6
const files = callsOf('fs/promises', 'rm', 'rmdir', 'unlink', 'open#close', 'open#sync', 'opendir#close');
const node = [...files, ...under(files, 'promises.', 'fs'), ...callsOf('worker_threads', 'Worker#terminate')];

// Browsers: puppeteer and puppeteer-core 24.43.1, playwright and playwright-core 1.65.1, @types/selenium-webdriver 4.35.7
const puppeteer = ['launch', 'connect'].flatMap((maker) =>
  callsOf('puppeteer', `${maker}#close`, `${maker}#newPage#close`, `${maker}#createBrowserContext#close`),
);
const playwright = ['chromium', 'firefox', 'webkit'].flatMap((engine) => [
  ...callsOf('playwright', `${engine}.launch#close`, `${engine}.launch#newPage#close`),
  ...callsOf('playwright', `${engine}.launch#newContext#close`, `${engine}.launch#newContext#newPage#close`),
  ...callsOf('playwright', `${engine}.connect#close`, `${engine}.launchPersistentContext#close`),
]);
const browsers = [
  ...puppeteer,
  ...under(puppeteer, '', 'puppeteer-core'),
  ...playwright,
  ...under(playwright, '', 'playwright-core'),
  ...callsOf('selenium-webdriver', 'Builder#build#quit', 'Builder#forBrowser#build#quit'),
];

const databases = [
  ...callsOf('pg', 'Pool#end', 'Client#end'), // @types/pg 8.23.1
  ...callsOf('mysql2/promise', 'createPool#end', 'createConnection#end', 'createConnection#rollback'), // mysql2 3.24.6
  ...callsOf('mongodb', 'MongoClient#close', 'MongoClient.connect#close'), // mongodb 7.9.0
  ...callsOf('mongodb', 'MongoClient#startSession#endSession', 'MongoClient#startSession#abortTransaction'),
  ...callsOf('mongodb', 'MongoClient#db#collection#find#close', 'MongoClient#db#collection#aggregate#close'),
  ...callsOf('mongoose', 'disconnect', 'connection.close', 'createConnection#close'), // mongoose 9.12.1
  ...callsOf('mongoose', 'startSession#endSession', 'startSession#abortTransaction'),
  ...callsOf('redis', 'createClient#quit', 'createClient#close', 'createClient#disconnect'), // redis 6.3.1
  ...callsOf('ioredis', 'default#quit', 'Redis#quit', 'Cluster#quit'), // ioredis 6.0.0
  ...callsOf('@prisma/client', 'PrismaClient#$disconnect'), // @prisma/client 7.10.0, runtime/client.d.ts
  ...callsOf('knex', 'default#destroy', 'knex#destroy', 'default#transaction#rollback'), // knex 3.3.0
  ...callsOf('typeorm', 'DataSource#destroy', 'DataSource#createQueryRunner#release'), // typeorm 1.1.1
  ...callsOf('typeorm', 'DataSource#createQueryRunner#rollbackTransaction'),
  ...callsOf('sequelize', 'Sequelize#close', 'Sequelize#transaction#rollback'), // sequelize 6.37.8
  ...callsOf('mssql', 'connect#close', 'ConnectionPool#close'), // @types/mssql 12.3.0
  ...callsOf('@elastic/elasticsearch', 'Client#close'), // @elastic/elasticsearch 9.4.3
];

const messaging = [
  ...callsOf('amqplib', 'connect#close', 'connect#createChannel#close'), // @types/amqplib 0.10.8
  ...callsOf('amqplib', 'connect#createConfirmChannel#close'),
  ...callsOf('kafkajs', 'Kafka#producer#disconnect', 'Kafka#admin#disconnect'), // kafkajs 2.2.4
  ...callsOf('kafkajs', 'Kafka#consumer#disconnect', 'Kafka#consumer#stop'),
  ...callsOf('bullmq', 'Worker#close', 'Queue#close', 'QueueEvents#close', 'FlowProducer#close'), // bullmq 6.7.0
  ...callsOf('nats', 'connect#close', 'connect#drain', 'connect#flush'), // nats 2.29.3
  ...callsOf('@modelcontextprotocol/sdk/client/index.js', 'Client#close'), // @modelcontextprotocol/sdk 1.32.2
  ...callsOf('@modelcontextprotocol/sdk/server/index.js', 'Server#close'),
  ...callsOf('@modelcontextprotocol/sdk/server/mcp.js', 'McpServer#close'),
];

const servers = [
  ...callsOf('undici', 'Agent#close', 'Agent#destroy', 'Pool#close', 'Pool#destroy'), // undici 7.30.2
  ...callsOf('undici', 'Client#close', 'Client#destroy', 'ProxyAgent#close', 'ProxyAgent#destroy'),
  ...callsOf('fastify', 'default#close', 'fastify#close'), // fastify 5.12.8
  ...callsOf('socket.io', 'Server#close'), // socket.io 4.8.4
  ...callsOf('@apollo/server', 'ApolloServer#stop'), // @apollo/server 5.5.1
  ...callsOf('@nestjs/core', 'NestFactory.create#close'), // @nestjs/core 12.5.1
  ...callsOf('@sentry/node', 'close', 'flush'), // @sentry/node 11.12.0
  ...callsOf('@opentelemetry/sdk-node', 'NodeSDK#shutdown'), // @opentelemetry/sdk-node 0.223.0
];

const tools = [
  ...callsOf('fs-extra', 'remove', 'emptyDir', 'rm', 'rmdir', 'unlink'), // @types/fs-extra 11.0.4
  ...callsOf('rimraf', 'rimraf'), // rimraf 6.1.4
  ...callsOf('del', 'deleteAsync'), // del 8.0.1
  ...callsOf('tmp-promise', 'file#cleanup', 'dir#cleanup'), // tmp-promise 3.0.3
  ...callsOf('proper-lockfile', 'lock#', 'unlock'), // @types/proper-lockfile 4.1.4
  ...callsOf('vite', 'createServer#close', 'preview#close'), // vite 8.3.8
  ...callsOf('esbuild', 'context#dispose', 'context#cancel'), // esbuild 0.28.2
  ...callsOf('chokidar', 'watch#close'), // chokidar 5.0.0
  ...callsOf('mongodb-memory-server', 'MongoMemoryServer.create#stop'), // mongodb-memory-server 11.3.0
  ...callsOf('testcontainers', 'GenericContainer#start#stop'), // testcontainers 12.0.4
];

/** Calls that are known to return a promise. */
export const asyncCleanup: readonly AsyncCleanupApi[] = [
  ...web,
  ...node,
  ...browsers,
  ...databases,
  ...messaging,
  ...servers,
  ...tools,
];
