import { EventEmitter } from 'node:events';
import { open, opendir } from 'node:fs/promises';
import { connect } from 'node:http2';
import { createInterface } from 'node:readline';
import { createInterface as createPromiseInterface } from 'node:readline/promises';
import { devNull } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import {
  asyncCleanup,
  cancellableApis,
  findApiByPath,
  findAsyncCleanup,
  isAbortErrorName,
  isAbortPredicateName,
  isAbortThrowerName,
  isCleanupName,
  errorReportKind,
  isErrorLevelLoggerCall,
  isLoggerCall,
} from './index.js';
import { nodeApis, promisifiedApis } from './node.js';
import { signalOffers } from './offered-signals.js';

interface Entry {
  readonly module?: string;
  readonly path: string;
}

const keyOf = ({ module = 'global', path }: Entry) => `${module} ${path}`;

describe('the tables', () => {
  it.each([
    ['cancellable calls', cancellableApis],
    ['cleanup calls', asyncCleanup],
    ['offers', signalOffers],
  ])('list no call twice: %s', (_, entries) => {
    const keys = entries.map(keyOf);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(
    [...cancellableApis, ...asyncCleanup, ...signalOffers].map((entry) => [keyOf(entry), entry] as const),
  )('%s is well-formed', (_, { module, path }) => {
    expect(module ?? 'fetch').toMatch(/^(?!node:)@?[\w./-]+\*?$/);
    expect(path).toMatch(/^(?:\*|[\w$]+)(?:[.#][\w$]+)*#?$/);
  });

  it.each(cancellableApis.map((entry) => [keyOf(entry), entry] as const))(
    '%s says where the signal goes',
    (_, { argument, orArgument, option, result, role }) => {
      if (argument !== 'last') expect(argument).toBeGreaterThanOrEqual(0);
      if (orArgument !== undefined) expect(orArgument).toBeLessThan(Number(argument));
      if (option !== undefined) expect(option).toMatch(/^\w+$/);
      if (role === 'delay' || role === 'retry') expect(result).toBe('promise');
    },
  );
});

/** Member of an object by its dotted path; undefined where a step is missing. */
function memberOf(start: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], start);
}

const here = fileURLToPath(import.meta.url);

const samples: Readonly<Record<string, () => unknown>> = {
  open: () => open(here),
  opendir: () => opendir('.'),
  connect: () => connect('http://localhost:1').on('error', () => undefined),
  'readline createInterface': () => createInterface({ input: new PassThrough() }),
  createInterface: () => createPromiseInterface({ input: new PassThrough() }),
  Worker: () => Worker.prototype,
};

/** Makes one of what the part before `#` makes, hands it to the test and closes it. */
async function withInstance(entry: Entry, test: (instance: object) => unknown): Promise<void> {
  const maker = entry.path.slice(0, entry.path.indexOf('#')).replace('promises.', '');
  const inModule = entry.path.startsWith('promises.') ? undefined : samples[`${entry.module ?? ''} ${maker}`];
  const instance = (await (inModule ?? samples[maker])?.()) as { close?: () => unknown };
  try {
    await test(instance);
  } finally {
    await instance.close?.();
  }
}

const nodeCleanup = asyncCleanup.filter(({ module = '' }) => nodeApis.some((api) => api.module === module));

describe('this Node', () => {
  it.each([...nodeApis, ...nodeCleanup].map((entry) => [keyOf(entry), entry] as const))(
    'has %s',
    async (_, entry) => {
      const exports = process.getBuiltinModule(entry.module ?? '');
      const [maker = '', method] = entry.path.split('#');
      expect(memberOf(exports, maker)).toBeTypeOf('function');
      if (method === undefined) return;
      await withInstance(entry, (instance) => {
        expect(memberOf(instance, method)).toBeTypeOf('function');
      });
    },
  );

  /** What stands before the options in a call that would succeed or wait if it were not aborted. */
  const before: Readonly<Record<string, () => unknown[]>> = {
    setTimeout: () => [60_000, 'value'],
    setImmediate: () => ['value'],
    'scheduler.wait': () => [60_000],
    once: () => [new EventEmitter(), 'event'],
    readFile: () => [here],
    writeFile: () => [devNull, 'never written'],
    'open#readFile': () => [],
    'open#writeFile': () => ['never written'],
    pipeline: () => [Readable.from(['text']), new PassThrough(), new PassThrough()],
    finished: () => [new PassThrough()],
    'createInterface#question': () => ['?'],
  };

  const promises = nodeApis.filter(({ result }) => result === 'promise');

  it.each(promises.map((entry) => [keyOf(entry), entry] as const))('aborts %s', async (_, entry) => {
    const exports = process.getBuiltinModule(entry.module ?? '');
    const name = entry.path.replace(/^(?:promises|EventEmitter)\./, '');
    const given = before[name]?.() ?? [];
    if (entry.argument !== 'last') expect(given).toHaveLength(entry.argument);
    given.push({ [entry.option ?? '']: AbortSignal.abort() });

    const call = async (owner: unknown, path: string) => {
      const receiver = path.includes('.') ? memberOf(owner, path.replace(/\.\w+$/, '')) : owner;
      const method = memberOf(owner, path) as (...given: unknown[]) => Promise<unknown>;
      await expect(method.apply(receiver, given)).rejects.toThrow(
        expect.objectContaining({ name: 'AbortError' }),
      );
    };
    const [, method] = entry.path.split('#');
    if (method === undefined) await call(exports, entry.path);
    else await withInstance(entry, (instance) => call(instance, method));
  });
});

describe('what promisify makes of', () => {
  const beforeOptions: Readonly<Record<string, () => unknown[]>> = {
    setTimeout: () => [60_000, 'value'],
    setImmediate: () => ['value'],
    readFile: () => [here],
    writeFile: () => [devNull, 'never written'],
    exec: () => [`"${process.execPath}" --version`],
    execFile: () => [process.execPath, ['--version']],
    pipeline: () => [Readable.from(['text']), new PassThrough(), new PassThrough()],
    finished: () => [new PassThrough()],
  };

  it.each(promisifiedApis.map((entry) => [keyOf(entry), entry] as const))(
    '%s takes a signal',
    async (_, entry) => {
      const owner = entry.module === undefined ? globalThis : process.getBuiltinModule(entry.module);
      const original = memberOf(owner, entry.path) as Parameters<typeof promisify>[0];
      const parts = beforeOptions[entry.path]?.() ?? [];
      if (entry.argument !== 'last') expect(parts).toHaveLength(entry.argument);
      const given = [...parts, { signal: AbortSignal.abort() }];
      await expect(Reflect.apply(promisify(original), undefined, given)).rejects.toThrow(
        expect.objectContaining({ name: 'AbortError' }),
      );
    },
  );
});

describe('look-ups', () => {
  it('find a member of a Node module under each way to import it', () => {
    const found = findApiByPath('fs/promises', 'readFile');
    expect(found?.path).toBe('readFile');
    expect(findApiByPath('node:fs/promises', 'default.readFile')).toBe(found);
    expect(findApiByPath('fs', 'promises.readFile')?.argument).toBe(1);
  });

  it('find the members of a CommonJS module', () => {
    expect(findApiByPath('axios', 'get')).toBe(findApiByPath('axios', 'default.get'));
    expect(findApiByPath('axios', 'default.create#')?.orArgument).toBe(0);
    expect(findAsyncCleanup('pg', 'default.Pool#end')).toBe(findAsyncCleanup('pg', 'Pool#end'));
  });

  it('find a family of packages by its pattern', () => {
    expect(findApiByPath('@aws-sdk/client-s3', 'S3Client#send')?.option).toBe('abortSignal');
    expect(findApiByPath('@aws-sdk/client-s3', 'S3Client#config.send')).toBeUndefined();
    expect(findApiByPath('@aws-sdk/client-dynamodb', 'waitUntilTableExists')?.argument).toBe(0);
    expect(findApiByPath('@aws-sdk/client-dynamodb', 'waitUntilTableOpens')).toBeUndefined();
    expect(findApiByPath('@aws-sdk/lib-storage', 'Upload#send')).toBeUndefined();
  });

  it.each([
    ['mongodb', ['Collection#find', 'Db#collection#find', 'MongoClient#connect#db#collection#find']],
    [
      '@aws-sdk/lib-dynamodb',
      ['DynamoDBDocument#send', 'DynamoDBDocumentClient.from#send', 'GetCommand#send'],
    ],
    [
      '@azure/storage-blob',
      ['BlobClient#download', 'BlobServiceClient#getContainerClient#getBlobClient#download'],
    ],
    ['@azure/cosmos', ['Container#item#read', 'CosmosClient#database#container#item#read']],
    ['meilisearch', ['Meilisearch#index#search', 'default.MeiliSearch#index#search']],
    ['octokit', ['Octokit#request', 'Octokit#graphql']],
  ])('find a call of %s however its client was come by', (module, [first = '', ...others]) => {
    const found = findApiByPath(module, first);
    expect(found?.module).toBe(module);
    for (const other of others) {
      expect(findApiByPath(module, other)).toEqual({ ...found, path: expect.any(String) as string });
    }
  });

  it.each([
    ['mongodb', 'Collection#insertOne'],
    ['@azure/service-bus', 'ServiceBusReceiver#completeMessage'],
    ['@azure/storage-blob', 'BlobClient#downloadToBuffer'],
    ['@aws-sdk/client-sqs', 'SQS#deleteMessage'],
    ['dockerode', 'default#getContainer#stop'],
    ['pg', 'Pool#query'],
  ])('leave out what takes no signal, or ends work: %s %s', (module, path) => {
    expect(findApiByPath(module, path)).toBeUndefined();
  });

  it('find nothing in another module', () => {
    expect(findApiByPath(undefined, 'fetch')?.option).toBe('signal');
    expect(findApiByPath('fs', 'fetch')).toBeUndefined();
    expect(findApiByPath(undefined, 'readFile')).toBeUndefined();
    expect(findAsyncCleanup('fs', 'rm')).toBeUndefined();
    expect(findAsyncCleanup('node:fs/promises', 'rm')).toBeDefined();
  });
});

/** Cases of a test by name: those it accepts, then those nearest to them that it must not. */
function names(test: (name: string) => boolean, yes: string, no: string): void {
  it.each(yes.split(' '))('%s: yes', (name) => {
    expect(test(name)).toBe(true);
  });
  it.each(no.split(' '))('%s: no', (name) => {
    expect(test(name)).toBe(false);
  });
}

describe('isAbortErrorName', () => {
  names(
    isAbortErrorName,
    'AbortError CanceledError CancelError CancelledError APIUserAbortError ResponseAborted UserAbortedError OperationCanceledException RequestAbortedError',
    'Error TypeError TimeoutError AbortController CancelToken AbortErrorHandler ErrorAborter createAbortError',
  );
});

describe('isAbortPredicateName', () => {
  names(
    isAbortPredicateName,
    'isAbortError isCancel isCancelledError isAbort wasAborted isUserAbort isCancellationError isOperationCancelled isDOMAbortError _isAbortLike is_abort_error hasBeenCancelled',
    'isCancelable isCancellable isAbortable isAbortSignal isAbortController isCancelToken isCancelButtonVisible abort cancel onAbort isError shouldCancel',
  );
});

describe('isAbortThrowerName', () => {
  names(
    isAbortThrowerName,
    'throwIfAborted rethrowIfAborted throwIfCancelled checkAborted checkForAbort assertNotAborted ensureNotCancelled throwIfSignalAborted rethrowAbort throwOnAbort checkAbortSignal',
    'abort assertAborted ensureAborted throwIfMissing checkSignal onAbort isAborted createAbortError rejectButtonCancellation',
  );
});

describe('isCleanupName', () => {
  names(
    isCleanupName,
    'close end destroy dispose release unlock disconnect quit stop shutdown shutDown teardown tearDown cleanup cleanUp rollback flush unlink rm unsubscribe terminate kill drain finalize restore closeAll releaseLock stopServer cleanupTemp deleteTempFolder removeContainer removeTempFiles deleteBranch endSession abortTransaction safeClose forceStop runCleanup',
    'endsWith endOf endIndex stopPropagation stopImmediatePropagation removeListener removeAllListeners removeEventListener deleteProperty delete remove closest closed closeTo isClosed onClose handleClose rmSync unlinkSync cancelAnimationFrame abort open start read toString constructor CloseEvent removeTrailingSlash removeUndefinedFields flushHeaders finalizeBlock revokeObjectURL',
  );
});

describe('isLoggerCall', () => {
  const test = (path: string) => isLoggerCall(path.split('.'));
  names(
    test,
    'console.error console.table logger.warn log.info this.logger.error this.log req.log.warn requestLogger.debug debug warn logError logger.log winston.error process.stderr.write',
    'login logIn logout logAndThrow Logger error list.error errors.push log.push logger.child console.clear warnings.add Math.log dialog.show catalog.info stream.write',
  );
});

describe('isErrorLevelLoggerCall', () => {
  const test = (path: string) => isErrorLevelLoggerCall(path.split('.'));
  names(
    test,
    'console.error logger.fatal this.logger.error logError',
    'console.log logger.debug warn errors.push',
  );
});

describe('errorReportKind', () => {
  it.each([
    ['console.error', 'log'],
    ['Sentry.captureException', 'tracker'],
    ['span.recordException', 'tracker'],
    ['reportError', 'tracker'],
    ['Bugsnag.notify', 'tracker'],
    ['setError', 'state'],
    ['setLoadError', 'state'],
    ['form.setErrorMessage', 'state'],
    ['this.emit', 'event'],
    ['console.warn', undefined],
    ['this.debugLogger.error', undefined],
    ['setErrorHandler', undefined],
    ['user.notify', undefined],
    ['toError', undefined],
    ['handleError', undefined],
    ['options.onError', undefined],
  ])('%s: %s', (path, kind) => {
    expect(errorReportKind(path.split('.'))).toBe(kind);
  });
});
