import { optionsOf, under, type CancellableApi } from './api.js';

const beforeCallback = { beforeCallback: true } as const;

// @aws-sdk/client-s3 3.1173.0 (HttpHandlerOptions of @smithy/types)
const client = optionsOf('@aws-sdk/client-*', 'abortSignal');

// @aws-sdk/lib-dynamodb 3.1162.0 (DynamoDBDocument.d.ts, commands)
const documents = optionsOf('@aws-sdk/lib-dynamodb', 'abortSignal');
const operations =
  'batchGet batchWrite executeStatement executeTransaction get put query scan transactGet transactWrite update delete';
const documentCalls = operations.split(' ').map((name) => documents(name, 1, 'promise', beforeCallback));
const documentCommands =
  'BatchExecuteStatement BatchGet BatchWrite Delete ExecuteStatement ExecuteTransaction Get Put Query Scan TransactGet ' +
  'TransactWrite Update';

// methods of the clients that have all commands: @aws-sdk/client-s3 3.1173.0 (S3.d.ts), @aws-sdk/client-dynamodb 3.1164.0
// (DynamoDB.d.ts), @aws-sdk/client-sqs 3.1169.0 (SQS.d.ts); what only tidies up or acknowledges is left out
const methods = {
  'client-s3 S3':
    'copyObject completeMultipartUpload createMultipartUpload deleteObject deleteObjects getObject headObject ' +
    'listObjectsV2 putObject uploadPart',
  'client-dynamodb DynamoDB':
    'batchGetItem batchWriteItem deleteItem executeStatement getItem putItem query scan transactGetItems ' +
    'transactWriteItems updateItem',
  'client-sqs SQS': 'receiveMessage sendMessage sendMessageBatch',
};
const methodCalls = Object.entries(methods).flatMap(([owner, names]) => {
  const [module = '', name = ''] = owner.split(' ');
  const method = optionsOf(`@aws-sdk/${module}`, 'abortSignal');
  return names.split(' ').map((each) => method(`${name}#${each}`, 1, 'promise', beforeCallback));
});

// WaiterConfiguration of @smithy/types 4.20.0: @aws-sdk/client-s3 3.1173.0, client-dynamodb, client-ecs and client-lambda 3.1164.0,
// client-cloudformation 3.1169.0 (waiters)
const waiters =
  'BucketExists BucketNotExists ObjectExists ObjectNotExists TableExists TableNotExists ExportCompleted ImportCompleted ' +
  'ServicesStable ServicesInactive TasksRunning TasksStopped FunctionActive FunctionActiveV2 FunctionExists ' +
  'FunctionUpdated FunctionUpdatedV2 PublishedVersionActive ChangeSetCreateComplete StackCreateComplete ' +
  'StackDeleteComplete StackExists StackImportComplete StackRollbackComplete StackUpdateComplete';

/**
 * Amazon's services. Left out: the `Upload` of @aws-sdk/lib-storage 3.1173.0, which takes a controller; paginators, whose types let anything
 * follow; aws-sdk 2.1693.0, which takes no signal.
 */
export const awsApis: readonly CancellableApi[] = [
  client('*#send', 1, 'promise', beforeCallback),
  ...waiters.split(' ').map((name) => client(`waitUntil${name}`, 0, 'promise')),
  ...methodCalls,
  ...['DynamoDBDocument.from#', 'DynamoDBDocument#'].flatMap((maker) => under(documentCalls, maker)),
  ...['DynamoDBDocumentClient.from', 'DynamoDBDocumentClient', 'DynamoDBDocument.from', 'DynamoDBDocument']
    .concat(documentCommands.split(' ').map((name) => `${name}Command`))
    .map((maker) => documents(`${maker}#send`, 1, 'promise', beforeCallback)),
];
