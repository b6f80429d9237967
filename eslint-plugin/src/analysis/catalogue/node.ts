import { optionsOf, under, type CancellableApi } from './api.js';

/*
 * Source of every group: @types/node 20.19.43 and 26.6.6, and the Node.js documentation page of the module. Left out although their
 * typings allow a signal: synchronous calls, which nothing can abort, and `appendFile`, which does not document it.
 */

// timers/promises.d.ts (TimerOptions)
const timers = optionsOf('timers/promises');
const timerPromises = [
  timers('setTimeout', 2, 'promise', { role: 'delay' }),
  timers('setImmediate', 1, 'promise', { role: 'delay' }),
  timers('scheduler.wait', 1, 'promise', { role: 'delay' }),
  timers('setInterval', 2, 'iterable'),
];

// events.d.ts (StaticEventEmitterOptions)
const events = optionsOf('events');
const eventSources = [events('once', 2, 'promise'), events('on', 2, 'iterable')];

// fs/promises.d.ts (Abortable); `filehandle.createReadStream` is documented to take one since nodejs/node#55148, and takes one in Node 20
const files = optionsOf('fs/promises');
const filePromises = [
  files('readFile', 1, 'promise', { stringOption: 'encoding' }),
  files('writeFile', 2, 'promise', { stringOption: 'encoding' }),
  files('watch', 1, 'iterable', { stringOption: 'encoding' }),
  files('open#readFile', 0, 'promise', { stringOption: 'encoding' }),
  files('open#writeFile', 1, 'promise', { stringOption: 'encoding' }),
  files('open#createReadStream', 0, 'emitter'),
];

// fs.d.ts (ReadFileOptions, WriteFileOptions, WatchOptions, StreamOptions)
const fs = optionsOf('fs');
const fileCallbacks = [
  fs('readFile', 1, 'void', { stringOption: 'encoding', beforeCallback: true }),
  fs('writeFile', 2, 'void', { stringOption: 'encoding', beforeCallback: true }),
  fs('watch', 1, 'emitter', { stringOption: 'encoding', beforeCallback: true }),
  fs('createReadStream', 1, 'emitter', { stringOption: 'encoding' }),
  fs('createWriteStream', 1, 'emitter', { stringOption: 'encoding' }),
];

// child_process.d.ts (CommonSpawnOptions, ExecOptions, ExecFileOptions, ForkOptions)
const childProcess = optionsOf('child_process');
const childProcesses = [
  childProcess('spawn', 2, 'emitter', { orArgument: 1 }),
  childProcess('fork', 2, 'emitter', { orArgument: 1 }),
  childProcess('exec', 1, 'emitter', { beforeCallback: true }),
  childProcess('execFile', 2, 'emitter', { orArgument: 1, beforeCallback: true }),
];

// http.d.ts (RequestOptions), https.d.ts; the options come first where no address stands before them
const http = optionsOf('http');
const httpRequests = [
  http('request', 1, 'emitter', { orArgument: 0, beforeCallback: true }),
  http('get', 1, 'emitter', { orArgument: 0, beforeCallback: true }),
];

// http2.d.ts (ClientSessionRequestOptions)
const http2Requests = [optionsOf('http2')('connect#request', 1, 'emitter')];

// stream/promises.d.ts (PipelineOptions, FinishedOptions)
const streams = optionsOf('stream/promises');
const streamPromises = [streams('pipeline', 'last', 'promise'), streams('finished', 1, 'promise')];

// stream.d.ts (FinishedOptions): the signal ends the waiting and leaves the stream alone
const streamCallbacks = [optionsOf('stream')('finished', 1, 'void', { beforeCallback: true })];

// readline.d.ts, readline/promises.d.ts (ReadLineOptions, Abortable)
const lines = optionsOf('readline');
const linePromises = optionsOf('readline/promises');
const interfaces = [
  lines('createInterface', 0, 'emitter', { role: 'resource' }),
  lines('createInterface#question', 1, 'void', { beforeCallback: true }),
  linePromises('createInterface', 0, 'emitter', { role: 'resource' }),
  linePromises('createInterface#question', 1, 'promise'),
];

// dgram.d.ts (SocketOptions), net.d.ts (SocketConstructorOpts, which net.connect hands on)
const sockets = [
  optionsOf('net')('connect', 0, 'emitter', { beforeCallback: true, role: 'resource' }),
  optionsOf('net')('createConnection', 0, 'emitter', { beforeCallback: true, role: 'resource' }),
  optionsOf('dgram')('createSocket', 0, 'emitter', {
    stringOption: 'type',
    beforeCallback: true,
    role: 'resource',
  }),
];

/**
 * What `util.promisify` makes of a function, by the function's own path: the `__promisify__` of timers.d.ts, fs.d.ts,
 * child_process.d.ts (ExecOptions, ExecFileOptions) and stream.d.ts.
 */
export const promisifiedApis: readonly CancellableApi[] = [
  ...['setTimeout', 'setImmediate'].flatMap((name) =>
    [optionsOf(undefined), optionsOf('timers')].map((entry) =>
      entry(name, name === 'setTimeout' ? 2 : 1, 'promise', { role: 'delay' }),
    ),
  ),
  fs('readFile', 1, 'promise', { stringOption: 'encoding' }),
  fs('writeFile', 2, 'promise', { stringOption: 'encoding' }),
  childProcess('exec', 1, 'promise'),
  childProcess('execFile', 2, 'promise', { orArgument: 1 }),
  optionsOf('stream')('pipeline', 'last', 'promise'),
  optionsOf('stream')('finished', 1, 'promise'),
];

/** Node's own modules. */
export const nodeApis: readonly CancellableApi[] = [
  ...timerPromises,
  ...under(timerPromises, 'promises.', 'timers'),
  ...eventSources,
  ...under(eventSources, 'EventEmitter.'),
  ...filePromises,
  ...under(filePromises, 'promises.', 'fs'),
  ...fileCallbacks,
  ...childProcesses,
  ...httpRequests,
  ...under(httpRequests, '', 'https'),
  ...http2Requests,
  ...streamPromises,
  ...under(streamPromises, 'promises.', 'stream'),
  ...streamCallbacks,
  ...interfaces,
  ...under(
    interfaces.filter(({ module }) => module === 'readline/promises'),
    'promises.',
    'readline',
  ),
  ...sockets,
];
