import { optionsOf, under, type CancellableApi } from './api.js';

const azure = (name: string) => optionsOf(`@azure/${name}`, 'abortSignal');

// @azure/storage-blob 12.32.0 (Clients.d.ts, ContainerClient.d.ts, BlobServiceClient.d.ts); `downloadToBuffer` takes its options in one of two
// places
const blob = azure('storage-blob');
const blobCalls = [
  blob('download', 2, 'promise'),
  blob('downloadToFile', 3, 'promise'),
  blob('getProperties', 0, 'promise'),
  blob('exists', 0, 'promise'),
  blob('delete', 0, 'promise'),
  blob('deleteIfExists', 0, 'promise'),
  blob('setMetadata', 1, 'promise'),
  blob('syncCopyFromURL', 1, 'promise'),
  blob('beginCopyFromURL', 1, 'promise'),
];
const blockBlobCalls = [
  ...blobCalls,
  blob('upload', 2, 'promise'),
  blob('uploadData', 1, 'promise'),
  blob('uploadFile', 1, 'promise'),
  blob('uploadStream', 3, 'promise'),
  blob('syncUploadFromURL', 1, 'promise'),
  blob('stageBlock', 3, 'promise'),
  blob('commitBlockList', 1, 'promise'),
];
const appendBlobCalls = [
  ...blobCalls,
  blob('create', 0, 'promise'),
  blob('createIfNotExists', 0, 'promise'),
  blob('appendBlock', 2, 'promise'),
];
const containerCalls = [
  blob('create', 0, 'promise'),
  blob('createIfNotExists', 0, 'promise'),
  blob('exists', 0, 'promise'),
  blob('uploadBlockBlob', 3, 'promise'),
  blob('deleteBlob', 1, 'promise'),
  blob('listBlobsFlat', 0, 'iterable'),
  blob('listBlobsByHierarchy', 1, 'iterable'),
  blob('findBlobsByTags', 1, 'iterable'),
  ...under(blobCalls, 'getBlobClient#'),
  ...under(blockBlobCalls, 'getBlockBlobClient#'),
  ...under(appendBlobCalls, 'getAppendBlobClient#'),
];
const blobServiceCalls = [
  blob('createContainer', 1, 'promise'),
  blob('listContainers', 0, 'iterable'),
  ...under(containerCalls, 'getContainerClient#'),
];

// @azure/storage-queue 12.30.0 (QueueClient.d.ts, QueueServiceClient.d.ts)
const queue = azure('storage-queue');
const queueCalls = [
  queue('sendMessage', 1, 'promise'),
  queue('receiveMessages', 0, 'promise'),
  queue('peekMessages', 0, 'promise'),
  queue('getProperties', 0, 'promise'),
  queue('exists', 0, 'promise'),
  queue('createIfNotExists', 0, 'promise'),
];

// @azure/service-bus 7.9.5 (types/latest/service-bus.d.ts); `acceptSession` takes its options in one of two places
const bus = azure('service-bus');
const senderCalls = [
  bus('sendMessages', 1, 'promise'),
  bus('scheduleMessages', 2, 'promise'),
  bus('createMessageBatch', 0, 'promise'),
];
const receiverCalls = [
  bus('receiveMessages', 1, 'promise'),
  bus('receiveDeferredMessages', 1, 'promise'),
  bus('peekMessages', 1, 'promise'),
  bus('getMessageIterator', 0, 'iterable'),
];

// @azure/event-hubs 6.0.4 (eventHubProducerClient.d.ts, eventHubConsumerClient.d.ts)
const hubs = azure('event-hubs');
const hubCalls = [
  hubs('getEventHubProperties', 0, 'promise'),
  hubs('getPartitionIds', 0, 'promise'),
  hubs('getPartitionProperties', 1, 'promise'),
];

// @azure/cosmos 4.9.3 (SharedOptions.d.ts; client/Items, client/Item)
const cosmos = azure('cosmos');
const containerOfItemsCalls = [
  cosmos('items.query', 1, 'iterable'),
  cosmos('items.readAll', 0, 'iterable'),
  cosmos('items.create', 1, 'promise'),
  cosmos('items.upsert', 1, 'promise'),
  cosmos('items.bulk', 2, 'promise'),
  cosmos('items.batch', 2, 'promise'),
  cosmos('item#read', 0, 'promise'),
  cosmos('item#replace', 1, 'promise'),
  cosmos('item#patch', 1, 'promise'),
  cosmos('item#delete', 0, 'promise'),
];

// @azure/data-tables 13.3.2 (TableClient.d.ts)
const tables = azure('data-tables');
const tableCalls = [
  tables('listEntities', 0, 'iterable'),
  tables('getEntity', 2, 'promise'),
  tables('createEntity', 1, 'promise'),
  tables('updateEntity', 2, 'promise'),
  tables('upsertEntity', 2, 'promise'),
  tables('deleteEntity', 2, 'promise'),
  tables('submitTransaction', 1, 'promise'),
];

// @azure/keyvault-secrets 4.11.2, @azure/app-configuration 1.12.1, @azure/search-documents 13.0.0 (the clients' own files)
const secrets = azure('keyvault-secrets');
const configuration = azure('app-configuration');
const search = azure('search-documents');
const clientCalls = [
  secrets('SecretClient#getSecret', 1, 'promise'),
  secrets('SecretClient#setSecret', 2, 'promise'),
  secrets('SecretClient#listPropertiesOfSecrets', 0, 'iterable'),
  secrets('SecretClient#listPropertiesOfSecretVersions', 1, 'iterable'),
  configuration('AppConfigurationClient#getConfigurationSetting', 1, 'promise'),
  configuration('AppConfigurationClient#setConfigurationSetting', 1, 'promise'),
  configuration('AppConfigurationClient#addConfigurationSetting', 1, 'promise'),
  configuration('AppConfigurationClient#deleteConfigurationSetting', 1, 'promise'),
  configuration('AppConfigurationClient#listConfigurationSettings', 0, 'iterable'),
  search('SearchClient#search', 1, 'promise'),
  search('SearchClient#getDocument', 1, 'promise'),
  search('SearchClient#getDocumentsCount', 0, 'promise'),
  search('SearchClient#autocomplete', 2, 'promise'),
  search('SearchClient#suggest', 2, 'promise'),
  search('SearchClient#uploadDocuments', 1, 'promise'),
  search('SearchClient#mergeDocuments', 1, 'promise'),
  search('SearchClient#mergeOrUploadDocuments', 1, 'promise'),
];

/** Where a client comes from: `new`, or a function of the class that reads a connection string. */
const madeBy = (name: string) => [`${name}#`, `${name}.fromConnectionString#`];

/**
 * Microsoft's services. Left out: what acknowledges or deletes a message that has been worked on; @azure/identity 4.13.1, where only
 * device codes heed the signal; the buffered producer of @azure/event-hubs, whose queue does not.
 */
export const azureApis: readonly CancellableApi[] = [
  ...madeBy('BlobServiceClient').flatMap((maker) => under(blobServiceCalls, maker)),
  ...under(containerCalls, 'ContainerClient#'),
  ...under(blobCalls, 'BlobClient#'),
  ...under(blockBlobCalls, 'BlockBlobClient#'),
  ...under(appendBlobCalls, 'AppendBlobClient#'),
  ...['QueueClient#', ...madeBy('QueueServiceClient').map((maker) => `${maker}getQueueClient#`)].flatMap(
    (maker) => under(queueCalls, maker),
  ),
  ...['ServiceBusSender#', 'ServiceBusClient#createSender#'].flatMap((maker) => under(senderCalls, maker)),
  ...['ServiceBusReceiver#', 'ServiceBusClient#createReceiver#', 'ServiceBusSessionReceiver#'].flatMap(
    (maker) => under(receiverCalls, maker),
  ),
  hubs('EventHubProducerClient#createBatch', 0, 'promise'),
  hubs('EventHubProducerClient#sendBatch', 1, 'promise'),
  ...['EventHubProducerClient#', 'EventHubConsumerClient#'].flatMap((maker) => under(hubCalls, maker)),
  ...['CosmosClient#database#container#', 'Database#container#', 'Container#'].flatMap((maker) =>
    under(containerOfItemsCalls, maker),
  ),
  ...madeBy('TableClient').flatMap((maker) => under(tableCalls, maker)),
  ...clientCalls,
];
