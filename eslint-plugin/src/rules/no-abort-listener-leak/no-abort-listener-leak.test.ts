import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-abort-listener-leak.js';

testRule(rule, {
  'a timer of a promise, beside one whose listener is removed when it fires': {
    invalid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
          ~~~~~~~~~~~~~~~~~~~~~~~ never
            clearTimeout(timer);
            reject(signal.reason);
          });
        });
      }
    `,
    valid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          const onAbort = () => {
            clearTimeout(timer);
            reject(signal.reason);
          };
          const timer = setTimeout(() => {
            signal.removeEventListener('abort', onAbort);
            resolve();
          }, ms);
          signal.addEventListener('abort', onAbort);
        });
      }
    `,
  },
  'once, beside a listener that is scoped by another signal': {
    invalid: `
      export function opened(socket: WebSocket, options: { signal?: AbortSignal }): Promise<void> {
        options.signal?.throwIfAborted();
        return new Promise<void>((resolve, reject) => {
          socket.onopen = () => resolve();
          options.signal?.addEventListener('abort', () => reject(options.signal?.reason), { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        });
      }
    `,
    valid: `
      export function opened(socket: WebSocket, options: { signal?: AbortSignal }): Promise<void> {
        options.signal?.throwIfAborted();
        const done = new AbortController();
        return new Promise<void>((resolve, reject) => {
          socket.onopen = () => {
            done.abort();
            resolve();
          };
          options.signal?.addEventListener('abort', () => reject(options.signal?.reason), { signal: done.signal });
        });
      }
    `,
  },
  'a listener that removes itself only, beside one that other code runs too': {
    invalid: `
      export function read(file: FileReader, blob: Blob, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
          const onAbort = () => {
            signal.removeEventListener('abort', onAbort);
            file.abort();
            reject(signal.reason);
          };
          signal.addEventListener('abort', onAbort);
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
          file.onload = () => resolve();
          file.readAsText(blob);
        });
      }
    `,
    valid: `
      export function read(file: FileReader, blob: Blob, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
          const finish = () => {
            signal.removeEventListener('abort', finish);
            if (signal.aborted) reject(signal.reason);
            else resolve();
          };
          signal.addEventListener('abort', finish);
          file.onload = () => finish();
          file.readAsText(blob);
        });
      }
    `,
  },
  'a relay with a timer of its own, beside one that finally removes': {
    invalid: `
      export async function load(url: string, ms: number, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
        ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        const timer = setTimeout(() => controller.abort(), ms);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.text();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function load(url: string, ms: number, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        const controller = new AbortController();
        const onAbort = () => controller.abort(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        const timer = setTimeout(() => controller.abort(), ms);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.text();
        } finally {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
        }
      }
    `,
  },
  'a relay that leaves as a signal, beside AbortSignal.any': {
    invalid: `
      export function chain(controller: AbortController, source: { signal?: AbortSignal }): AbortSignal {
        const { signal } = source;
        if (signal?.aborted) controller.abort(signal.reason);
        else if (signal) {
          signal.addEventListener(\`abort\`, () => controller.abort(signal.reason), { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        }
        return controller.signal;
      }
    `,
    valid: `
      export function chain(controller: AbortController, source: { signal?: AbortSignal }): AbortSignal {
        const { signal } = source;
        return signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
      }
    `,
  },
  'removal where the work succeeds, beside removal in finally': {
    invalid: `
      export async function save(text: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const request = new XMLHttpRequest();
        const onAbort = () => request.abort();
        signal.addEventListener('abort', onAbort);
        ~~~~~~~~~~~~~~~~~~~~~~~ onSuccess
        request.open('PUT', '/text');
        await new Promise((resolve) => {
          request.onload = resolve;
          request.send(text);
        });
        signal.removeEventListener('abort', onAbort);
      }
    `,
    valid: `
      export async function save(text: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const request = new XMLHttpRequest();
        const onAbort = () => request.abort();
        signal.addEventListener('abort', onAbort);
        try {
          request.open('PUT', '/text');
          await new Promise((resolve) => {
            request.onload = resolve;
            request.send(text);
          });
        } finally {
          signal.removeEventListener('abort', onAbort);
        }
      }
    `,
  },
  'what the function waits for, beside what outlives it': {
    invalid: `
      export async function count(signal?: AbortSignal): Promise<number> {
        signal?.throwIfAborted();
        const worker = new Worker('count.js');
        if (signal) signal.addEventListener('abort', () => worker.terminate());
                    ~~~~~~~~~~~~~~~~~~~~~~~ never
        const result = await new Promise<number>((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
        });
        return result;
      }
    `,
    valid: `
      export async function start(signal?: AbortSignal): Promise<Worker> {
        signal?.throwIfAborted();
        const worker = new Worker('count.js');
        if (signal) signal.addEventListener('abort', () => worker.terminate());
        await new Promise((resolve) => {
          worker.onmessage = resolve;
        });
        return worker;
      }
    `,
  },
  'an abort promise in a race, beside one that is waited for alone': {
    invalid: `
      function aborted(signal: AbortSignal): Promise<never> {
        signal.throwIfAborted();
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        });
      }
      export async function first(work: Promise<string>, signal: AbortSignal): Promise<string> {
        return await Promise.race([work, aborted(signal)]);
      }
    `,
    valid: `
      function aborted(signal: AbortSignal): Promise<never> {
        signal.throwIfAborted();
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
      }
      export async function forever(signal: AbortSignal): Promise<void> {
        await aborted(signal);
      }
    `,
  },
  'a child process that ends, beside a server that lives until the abort': {
    language: 'js',
    invalid: `
      import { spawn } from 'node:child_process';
      export function run(command, { signal, onEnd }) {
        signal.throwIfAborted();
        const child = spawn(command);
        signal.addEventListener('abort', () => child.kill());
        ~~~~~~~~~~~~~~~~~~~~~~~ never
        child.on('error', onEnd).on('close', onEnd);
      }
    `,
    valid: `
      import { createServer } from 'node:http';
      export function serve(handler, { signal }) {
        signal.throwIfAborted();
        const server = createServer(handler);
        signal.addEventListener('abort', () => server.close());
        server.listen(8080);
      }
    `,
  },
  'a timer that the listener clears, beside one that repeats': {
    language: 'js',
    invalid: `
      export function later(work, ms, signal) {
        if (signal.aborted) return;
        const timer = setTimeout(work, ms);
        signal.addEventListener('abort', () => clearTimeout(timer));
        ~~~~~~~~~~~~~~~~~~~~~~~ never
      }
    `,
    valid: `
      export function often(work, ms, signal) {
        if (signal.aborted) return;
        const timer = setInterval(work, ms);
        signal.addEventListener('abort', () => clearInterval(timer));
      }
    `,
  },
  'a deferred promise, beside a listener that somebody else is given': {
    language: 'js',
    invalid: `
      export function settle(work, signal) {
        signal.throwIfAborted();
        const deferred = Promise.withResolvers();
        signal.addEventListener('abort', () => deferred.reject(signal.reason));
        ~~~~~~~~~~~~~~~~~~~~~~~ never
        work.then(deferred.resolve, deferred.reject);
        return deferred.promise;
      }
    `,
    valid: `
      export function settle(work, signal, cleanups) {
        signal.throwIfAborted();
        const deferred = Promise.withResolvers();
        const onAbort = () => deferred.reject(signal.reason);
        signal.addEventListener('abort', onAbort);
        cleanups.register(signal, onAbort);
        work.then(deferred.resolve, deferred.reject);
        return deferred.promise;
      }
    `,
  },
  'a disposer that is dropped, beside one that is used': {
    language: 'js',
    invalid: `
      import { addAbortListener } from 'node:events';
      export function opened(socket, signal) {
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
          socket.onopen = resolve;
          addAbortListener(signal, () => reject(signal.reason));
          ~~~~~~~~~~~~~~~~ never
        });
      }
    `,
    valid: `
      import { addAbortListener } from 'node:events';
      export function opened(socket, signal) {
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
          const disposable = addAbortListener(signal, () => reject(signal.reason));
          socket.onopen = () => {
            disposable[Symbol.dispose]();
            resolve();
          };
        });
      }
    `,
  },
  'a received signal, beside an own one and one that is made for the call': {
    language: 'js',
    invalid: `
      export async function send(text, options) {
        options.signal.throwIfAborted();
        const socket = new WebSocket('wss://example.com');
        const close = () => socket.close();
        options.signal.addEventListener('abort', close);
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ never
        await new Promise((resolve) => socket.addEventListener('open', resolve));
        socket.send(text);
      }
    `,
    valid: `
      export async function send(text, ms) {
        const signal = AbortSignal.timeout(ms);
        const socket = new WebSocket('wss://example.com');
        signal.addEventListener('abort', () => socket.close());
        await new Promise((resolve) => socket.addEventListener('open', resolve));
        socket.send(text);
      }
      export const query = useQuery({
        queryFn: ({ signal }) =>
          new Promise((resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            setTimeout(resolve, 10);
          }),
      });
    `,
  },
  'a class that removes it in another method, beside one that never does': {
    language: 'js',
    invalid: `
      export class Connection {
        constructor(options) {
          this.controller = new AbortController();
          const { signal } = options;
          if (signal.aborted) this.controller.abort(signal.reason);
          signal.addEventListener('abort', () => this.controller.abort(signal.reason));
          ~~~~~~~~~~~~~~~~~~~~~~~ never
        }
      }
    `,
    valid: `
      export class Connection {
        constructor(options) {
          this.controller = new AbortController();
          this.signal = options.signal;
          if (this.signal.aborted) this.controller.abort(this.signal.reason);
          this.onAbort = () => this.controller.abort(this.signal.reason);
          this.signal.addEventListener('abort', this.onAbort);
        }
        close() {
          this.signal.removeEventListener('abort', this.onAbort);
        }
      }
    `,
  },
  'each call adds it to what a map keeps, beside where that is made, and for something of the call': {
    invalid: `
      const leases = new Map<string, { signal: AbortSignal; uses: number }>();
      export function lease(id: string): void {
        let found = leases.get(id);
        if (found) {
          found.uses++;
        } else {
          found = { signal: AbortSignal.timeout(60_000), uses: 1 };
        }
        leases.set(id, found);
        found.signal.addEventListener('abort', () => leases.delete(id));
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ again
      }
    `,
    valid: `
      const leases = new Map<string, { signal: AbortSignal; uses: number }>();
      export function lease(id: string): void {
        let found = leases.get(id);
        if (found) {
          found.uses++;
        } else {
          found = { signal: AbortSignal.timeout(60_000), uses: 1 };
          found.signal.addEventListener('abort', () => leases.delete(id));
        }
        leases.set(id, found);
      }
      export function take(id: string, onEnd: () => void): void {
        let found = leases.get(id);
        if (!found) {
          found = { signal: AbortSignal.timeout(60_000), uses: 1 };
        }
        leases.set(id, found);
        found.signal.addEventListener('abort', () => onEnd());
      }
      export function once(id: string): number {
        let found = leases.get(id);
        if (found) return found.uses;
        found = { signal: AbortSignal.timeout(60_000), uses: 1 };
        leases.set(id, found);
        found.signal.addEventListener('abort', () => leases.delete(id));
        return 1;
      }
    `,
  },
  'a listener that a record holds, beside one that is taken off by another name of the record': {
    language: 'js',
    invalid: `
      export function send(queue, command, { signal }) {
        return new Promise((resolve, reject) => {
          const value = { command, resolve, reject };
          value.abort = { signal, listener: () => reject(signal.reason) };
          signal.addEventListener('abort', value.abort.listener, { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
          queue.push(value);
        });
      }
    `,
    valid: `
      export function send(queue, command, { signal }) {
        return new Promise((resolve, reject) => {
          const value = { command, resolve, reject };
          value.abort = { signal, listener: () => reject(signal.reason) };
          signal.addEventListener('abort', value.abort.listener, { once: true });
          queue.push(value);
        });
      }
      export function forget(sent) {
        sent.abort.signal.removeEventListener('abort', sent.abort.listener);
      }
    `,
  },
  'each call adds it to what a field keeps, beside the same function and one that is made anew': {
    language: 'js',
    invalid: `
      export class Pool {
        #controller;
        open() {
          this.#controller ??= new AbortController();
          this.#controller.signal.addEventListener('abort', () => this.empty());
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ again
          return this.#controller.signal;
        }
        empty() {}
      }
    `,
    valid: `
      export class Pool {
        #controller;
        empty = () => {};
        open() {
          this.#controller ??= new AbortController();
          this.#controller.signal.addEventListener('abort', this.empty);
          return this.#controller.signal;
        }
        reopen() {
          this.#controller = new AbortController();
          this.#controller.signal.addEventListener('abort', () => this.empty());
          return this.#controller.signal;
        }
      }
    `,
  },
  'each call adds it to the state of a module, beside an early return': {
    language: 'js',
    invalid: `
      let session;
      const open = new Set();
      export function start(name) {
        if (session === undefined) session = new AbortController();
        open.add(name);
        session.signal.addEventListener('abort', function () {
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ again
          open.clear();
        });
      }
      export const stop = () => session?.abort();
    `,
    valid: `
      let session;
      const open = new Set();
      export function start(name) {
        open.add(name);
        if (session) {
          return;
        } else {
          session = new AbortController();
        }
        session.signal.addEventListener('abort', () => open.clear());
      }
      export const stop = () => session?.abort();
    `,
  },
  'a stream that goes on after its function, for which a removal in finally comes too early': {
    invalid: `
      export async function follow(source: ReadableStream<string>, signal: AbortSignal): Promise<ReadableStream<string>> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const stop = (): void => { clearTimeout(timer); };
        signal.addEventListener('abort', stop);
        ~~~~~~~~~~~~~~~~~~~~~~~ never
        const separator = await Promise.resolve(',');
        const result = source.pipeThrough(new TransformStream<string, string>({
          transform(chunk, controller) {
            clearTimeout(timer);
            timer = setTimeout(() => { controller.terminate(); }, 1000);
            controller.enqueue(chunk + separator);
          },
        }));
        return result;
      }
    `,
    valid: `
      export async function follow(source: ReadableStream<string>, signal: AbortSignal): Promise<ReadableStream<string>> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const stop = (): void => { clearTimeout(timer); };
        signal.addEventListener('abort', stop);
        const separator = await Promise.resolve(',');
        const result = source.pipeThrough(new TransformStream<string, string>({
          transform(chunk, controller) {
            clearTimeout(timer);
            timer = setTimeout(() => { controller.terminate(); }, 1000);
            controller.enqueue(chunk + separator);
          },
          flush() {
            signal.removeEventListener('abort', stop);
          },
        }));
        return result;
      }
    `,
  },
  'a combined signal that nothing clears, beside one that is cleared or given away': {
    language: 'js',
    invalid: `
      import { anySignal } from 'any-signal';
      export async function load(url, options) {
        const signal = anySignal([options.signal, AbortSignal.timeout(1000)]);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ uncleared
        const response = await fetch(url, { signal });
        const text = await response.text();
        return text;
      }
    `,
    valid: `
      import { anySignal } from 'any-signal';
      export async function load(url, options) {
        const signal = anySignal([options.signal, AbortSignal.timeout(1000)]);
        try {
          const response = await fetch(url, { signal });
          const text = await response.text();
          return text;
        } finally {
          signal.clear();
        }
      }
      export function limited(given) {
        const signal = anySignal([given, AbortSignal.timeout(1000)]);
        return signal;
      }
      export async function poll(url) {
        const stop = new AbortController();
        const signal = anySignal([stop.signal, AbortSignal.timeout(1000)]);
        return await fetch(url, { signal });
      }
    `,
  },
  'a time limit that has to be cleared, beside one that is': {
    language: 'js',
    invalid: `
      import { AdaptiveTimeout } from '@libp2p/utils';
      export class Monitor {
        #timeout = new AdaptiveTimeout();
        #controller = new AbortController();
        async ping(connection) {
          const signal = this.#timeout.getTimeoutSignal({ signal: this.#controller.signal });
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ uncleared
          await connection.open({ signal });
        }
        stop() {
          this.#controller.abort();
        }
      }
    `,
    valid: `
      import { AdaptiveTimeout } from '@libp2p/utils';
      export class Monitor {
        #timeout = new AdaptiveTimeout();
        #controller = new AbortController();
        async ping(connection) {
          const signal = this.#timeout.getTimeoutSignal({ signal: this.#controller.signal });
          try {
            await connection.open({ signal });
          } finally {
            this.#timeout.cleanUp(signal);
          }
        }
        stop() {
          this.#controller.abort();
        }
      }
    `,
  },
  'reject as the listener itself, beside one that is removed': {
    invalid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          setTimeout(resolve, ms);
          signal.addEventListener('abort', reject, { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        });
      }
    `,
    valid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise<void>((resolve, reject) => {
          signal.throwIfAborted();
          setTimeout(() => {
            signal.removeEventListener('abort', reject);
            resolve();
          }, ms);
          signal.addEventListener('abort', reject, { once: true });
        });
      }
    `,
  },
  'a signal of any name, beside the events of something else': {
    invalid: `
      export function link(outer: AbortSignal): AbortSignal {
        const inner = new AbortController();
        if (outer.aborted) inner.abort(outer.reason);
        else outer.addEventListener('abort', () => inner.abort(outer.reason), { once: true });
             ~~~~~~~~~~~~~~~~~~~~~~ onAbort
        return inner.signal;
      }
    `,
    valid: `
      export function link(upload: XMLHttpRequest): AbortSignal {
        const inner = new AbortController();
        upload.addEventListener('abort', () => inner.abort(), { once: true });
        return inner.signal;
      }
    `,
  },
  'a signal that only its uses tell, beside a request that has been aborted': {
    invalid: `
      export function link(stop, task) {
        const inner = new AbortController();
        if (stop.aborted) inner.abort(stop.reason);
        stop.addEventListener('abort', () => inner.abort(stop.reason));
        ~~~~~~~~~~~~~~~~~~~~~ never
        return task(inner.signal);
      }
    `,
    valid: `
      export function link(stop, task) {
        const inner = new AbortController();
        if (stop.aborted) inner.abort();
        stop.on('abort', () => inner.abort());
        return task(inner.signal);
      }
    `,
    language: 'js',
  },
  'a request, which ends by itself, beside a listener that its end takes off': {
    invalid: `
      const http = require('http');
      exports.send = function (params, signal, callback) {
        signal.throwIfAborted();
        const request = http.request(params);
        request.on('response', (response) => callback(null, response));
        request.on('error', callback);
        signal.addEventListener('abort', () => request.destroy(new Error('aborted')), { once: true });
        ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
        request.end();
      };
    `,
    valid: `
      const http = require('http');
      exports.send = function (params, signal, callback) {
        signal.throwIfAborted();
        const request = http.request(params);
        const stop = () => request.destroy(new Error('aborted'));
        request.on('response', (response) => callback(null, response));
        request.on('error', callback);
        request.on('close', () => signal.removeEventListener('abort', stop));
        signal.addEventListener('abort', stop, { once: true });
        request.end();
      };
    `,
    language: 'js',
  },
  'a controller of each instance, beside one of the class': {
    invalid: `
      export class Call {
        readonly #controller = new AbortController();
        constructor(readonly url: string, signal: AbortSignal) {
          signal.throwIfAborted();
          signal.addEventListener('abort', () => { this.#controller.abort(signal.reason); });
          ~~~~~~~~~~~~~~~~~~~~~~~ never
        }
        cancel(): void { this.#controller.abort(); }
        send(): Promise<Response> { return fetch(this.url, { signal: this.#controller.signal }); }
      }
    `,
    valid: `
      export class Call {
        static readonly controller = new AbortController();
        static follow(signal: AbortSignal): void {
          signal.throwIfAborted();
          signal.addEventListener('abort', () => { Call.controller.abort(signal.reason); });
        }
      }
    `,
  },
  'a combined signal that is cleared where the work succeeds, beside one that always is': {
    invalid: `
      import { anySignal } from 'any-signal';
      export async function dial(open: (o: { signal: AbortSignal }) => Promise<string>, signal: AbortSignal): Promise<string> {
        const combined = anySignal([signal, AbortSignal.timeout(3000)]);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ clearedOnSuccess
        const connection = await open({ signal: combined });
        combined.clear();
        return connection;
      }
    `,
    valid: `
      import { anySignal } from 'any-signal';
      export async function dial(open: (o: { signal: AbortSignal }) => Promise<string>, signal: AbortSignal): Promise<string> {
        const combined = anySignal([signal, AbortSignal.timeout(3000)]);
        try {
          return await open({ signal: combined });
        } finally {
          combined.clear();
        }
      }
    `,
  },
  'a stream that is closed at its end too, beside one that only the abort closes': {
    invalid: `
      export function ticks(source: AsyncIterable<string>, signal: AbortSignal): ReadableStream<string> {
        return new ReadableStream({
          async start(controller) {
            signal.throwIfAborted();
            signal.addEventListener('abort', () => { controller.close(); });
            ~~~~~~~~~~~~~~~~~~~~~~~ never
            for await (const each of source) controller.enqueue(each);
            controller.close();
          },
        });
      }
    `,
    valid: `
      export function ticks(listen: (f: (tick: string) => void) => void, signal: AbortSignal): ReadableStream<string> {
        return new ReadableStream({
          start(controller) {
            signal.throwIfAborted();
            signal.addEventListener('abort', () => { controller.close(); });
            listen((tick) => { controller.enqueue(tick); });
          },
        });
      }
    `,
  },
});
