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
const mongoClients = ['MongoClient#', 'MongoClient.connect#', 'MongoClient#connect#'];

// mongoose 9.12.1 (types/cursor.d.ts: EachAsyncOptions); queries take no signal
const mongoose = optionsOf('mongoose');
const cursorCalls = ['find', 'aggregate'].map((query) => mongoose(`${query}#cursor#eachAsync`, 1, 'promise'));

// neo4j-driver-core 6.3.0 (types/driver.d.ts: QueryConfig)
const neo4j = optionsOf('neo4j-driver');

// @clickhouse/client and client-web 1.23.1 (dist/common/client.d.ts: BaseQueryParams)
const clickhouse = optionsOf('@clickhouse/client', 'abort_signal');
const clickhouseCalls = ['createClient#', 'ClickHouseClient#'].flatMap((maker) =>
  ['query', 'insert', 'command', 'exec'].map((name) => clickhouse(maker + name, 0, 'promise')),
);

// @elastic/elasticsearch 9.4.3, @elastic/transport 9.4.0 (lib/Transport.d.ts: TransportRequestOptions); scrolls and points in time
// that are closed are left out
const elastic = optionsOf('@elastic/elasticsearch');
const elasticCalls = (
  'search msearch searchTemplate count get getSource mget exists index create update bulk delete updateByQuery deleteByQuery ' +
  'reindex scroll openPointInTime fieldCaps termsEnum sql.query esql.query eql.search asyncSearch.submit asyncSearch.get ' +
  'indices.create indices.delete indices.exists indices.get indices.getMapping indices.putMapping indices.refresh ' +
  'indices.stats cluster.health helpers.search'
)
  .split(' ')
  .map((name) => elastic(`Client#${name}`, 1, 'promise'));

// typesense 3.1.0 (lib/Typesense/Documents.d.ts: SearchOptions)
const typesense = optionsOf('typesense', 'abortSignal');
const typesenseCalls = ['Client#', 'SearchClient#'].flatMap((maker) => [
  typesense(`${maker}collections#documents#search`, 1, 'promise'),
  typesense(`${maker}multiSearch.perform`, 2, 'promise'),
]);

// meilisearch 0.62.0 (dist/types/types.d.ts: ExtraRequestInit); 0.49.0 called its class MeiliSearch, too
const meilisearch = optionsOf('meilisearch');
const meilisearchCalls = [
  meilisearch('multiSearch', 1, 'promise'),
  meilisearch('index#search', 2, 'promise'),
  meilisearch('index#searchGet', 2, 'promise'),
  meilisearch('index#searchForFacetValues', 1, 'promise'),
];

/**
 * Databases and search engines. Left out, because they take no signal: pg, postgres, mysql2, mariadb, ioredis, knex, Kysely, Drizzle,
 * Prisma, OpenSearch, and the `sleep` of Temporal, which its own scopes cancel; because they take it by a method: Supabase and redis 6.3.1,
 * where it cancels nothing that has been sent; because it is the client's: @upstash/redis 1.39.0.
 */
export const dataApis: readonly CancellableApi[] = [
  ...mongoClients.flatMap((maker) => under(databaseCalls, `${maker}db#`)),
  ...under(databaseCalls, 'Db#'),
  ...under(collectionCalls, 'Collection#'),
  ...['model#', 'Model#'].flatMap((maker) => under(cursorCalls, maker)),
  neo4j('driver#executeQuery', 2, 'promise'),
  neo4j('Driver#executeQuery', 2, 'promise'),
  ...clickhouseCalls,
  ...under(clickhouseCalls, '', '@clickhouse/client-web'),
  ...elasticCalls,
  ...typesenseCalls,
  ...['Meilisearch#', 'MeiliSearch#'].flatMap((maker) => under(meilisearchCalls, maker)),
];
