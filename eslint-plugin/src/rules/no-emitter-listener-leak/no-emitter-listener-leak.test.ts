import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-emitter-listener-leak.js';

testRule(rule, {
  'a listener on the socket of a request, beside one that goes with the request': {
    invalid: `
      import http from 'node:http';
      export function load(url, report) {
        const request = http.get(url);
        request.on('socket', (socket) => {
          socket.on('data', () => { report('a part'); });
          ~~~~~~~~~ socket
        });
        return request;
      }
    `,
    valid: `
      import http from 'node:http';
      export function load(url, report) {
        const request = http.get(url);
        request.on('socket', (socket) => {
          const onData = () => { report('a part'); };
          socket.on('data', onData);
          request.once('close', () => { socket.off('data', onData); });
        });
        return request;
      }
    `,
    language: 'js',
  },
  'a listener that only an abort takes off the socket, beside one that every end takes off': {
    invalid: `
      import type { ClientRequest } from 'node:http';
      export function watch(request: ClientRequest, fail: () => void): void {
        request.on('socket', (socket) => {
          const onClose = (): void => { fail(); };
          socket.prependListener('close', onClose);
          ~~~~~~~~~~~~~~~~~~~~~~ socketAbort
          request.on('abort', () => { socket.removeListener('close', onClose); });
        });
      }
    `,
    valid: `
      import type { ClientRequest } from 'node:http';
      export function watch(request: ClientRequest, fail: () => void): void {
        request.on('socket', (socket) => {
          const onClose = (): void => { fail(); };
          socket.prependListener('close', onClose);
          request.on('abort', () => { socket.removeListener('close', onClose); });
          request.on('response', () => { socket.removeListener('close', onClose); });
        });
      }
    `,
  },
  'a time limit on the socket, beside the one of the request': {
    invalid: `
      const { request } = require('https');
      exports.send = function (options, milliseconds) {
        const sent = request(options);
        sent.once('socket', function (connection) {
          connection.setTimeout(milliseconds);
          connection.addListener('timeout', function () { sent.destroy(new Error('too slow')); });
          ~~~~~~~~~~~~~~~~~~~~~~ socket
        });
        return sent;
      };
    `,
    valid: `
      const { request } = require('https');
      exports.send = function (options, milliseconds) {
        const sent = request(options);
        sent.setTimeout(milliseconds, function () { sent.destroy(new Error('too slow')); });
        return sent;
      };
    `,
    language: 'js',
  },
  'a listener of a field, and a chain': {
    invalid: `
      import { get } from 'node:http';
      export class Download {
        constructor() { this.onData = (part) => { this.bytes = part.length; }; }
        start(url) {
          get(url).on('response', (response) => { response.resume(); }).on('socket', (socket) => {
            socket.on('data', this.onData);
            ~~~~~~~~~ socket
            socket.setKeepAlive(true).on('drain', this.onDrain.bind(this));
            socket.on('drain', this.onDrain.bind(this));
            ~~~~~~~~~ socket
          });
        }
        onDrain() { this.bytes = 0; }
      }
    `,
    valid: `
      import { get } from 'node:http';
      export class Download {
        constructor() { this.onData = (part) => { this.bytes = part.length; }; }
        start(url) {
          get(url).on('response', (response) => { response.resume(); }).on('socket', (socket) => {
            this.socket = socket;
            socket.on('data', this.onData);
          });
        }
      }
    `,
    language: 'js',
  },
  'a listener for one event, one that takes itself off, and one for a new socket only': {
    valid: `
      import http from 'node:http';
      export function load(url, report) {
        const request = http.get(url);
        request.on('socket', (socket) => {
          socket.once('connect', report);
          socket.on('data', function first() { socket.off('data', first); report(); });
          if (socket.connecting) socket.on('lookup', () => report());
        });
        http.get(url).on('socket', (socket) => {
          if (socket.listenerCount('timeout') === 0) socket.on('timeout', () => report());
        });
        return request;
      }
    `,
    language: 'js',
  },
  'a connection of its own, one that is closed, and sockets of another kind': {
    valid: `
      import http from 'node:http';
      export function load(url, hub, report, keep) {
        http.get(url, { agent: false }).on('socket', (socket) => { socket.on('data', report); });
        http.get(url).on('socket', (socket) => { socket.on('data', () => report()); keep(socket); });
        http.get(url).on('socket', (socket) => {
          socket.on('data', () => { report(); socket.end(); });
        });
        hub.on('socket', (socket) => { socket.on('data', () => report()); });
      }
    `,
    language: 'js',
  },
  'a wait that leaves its listener, beside one that takes it off': {
    invalid: `
      import type { EventEmitter } from 'node:events';
      export function answerTo(id: number, bus: EventEmitter, signal: AbortSignal): Promise<string> {
        return new Promise((resolve, reject) => {
          const onMessage = (message: { id: number; text: string }): void => {
            if (message.id === id) {
              resolve(message.text);
            }
          };
          bus.on('message', onMessage);
          ~~~~~~ onAbort
          signal.addEventListener('abort', () => {
            bus.off('message', onMessage);
            reject(signal.reason);
          });
        });
      }
    `,
    valid: `
      import type { EventEmitter } from 'node:events';
      export function answerTo(id: number, bus: EventEmitter, signal: AbortSignal): Promise<string> {
        return new Promise((resolve, reject) => {
          const onMessage = (message: { id: number; text: string }): void => {
            if (message.id === id) {
              bus.off('message', onMessage);
              resolve(message.text);
            }
          };
          bus.on('message', onMessage);
          signal.addEventListener('abort', () => {
            bus.off('message', onMessage);
            reject(signal.reason);
          });
        });
      }
    `,
  },
  'an event target, and a function that the abort calls, beside once': {
    invalid: `
      export function nextMessage(worker: Worker, signal: AbortSignal): Promise<unknown> {
        return new Promise((resolve, reject) => {
          const take = (event: MessageEvent): void => resolve(event.data);
          const leave = (): void => { worker.removeEventListener('message', take); };
          worker.addEventListener('message', take);
          ~~~~~~~~~~~~~~~~~~~~~~~ onAbort
          function onAbort(): void {
            leave();
            reject(signal.reason);
          }
          signal.addEventListener('abort', onAbort, { once: true });
        });
      }
    `,
    valid: `
      export function nextMessage(worker: Worker, signal: AbortSignal): Promise<unknown> {
        return new Promise((resolve, reject) => {
          const take = (event: MessageEvent): void => resolve(event.data);
          const leave = (): void => { worker.removeEventListener('message', take); };
          worker.addEventListener('message', take, { once: true });
          function onAbort(): void {
            leave();
            reject(signal.reason);
          }
          signal.addEventListener('abort', onAbort, { once: true });
        });
      }
    `,
  },
  'the abort listener goes and leaves the other one, beside one that takes both': {
    invalid: `
      export class Progress {
        constructor(bus) { this.bus = bus; }
        async follow(job, show, signal) {
          const onStep = (step) => { if (step.job === job.id) show(step); };
          const stop = () => { this.bus.removeListener('step', onStep); };
          this.bus.on('step', onStep);
          ~~~~~~~~~~~ onAbort
          signal.addEventListener('abort', stop);
          try {
            return await job.run({ signal });
          } finally {
            signal.removeEventListener('abort', stop);
          }
        }
      }
    `,
    valid: `
      export class Progress {
        constructor(bus) { this.bus = bus; }
        async follow(job, show, signal) {
          const onStep = (step) => { if (step.job === job.id) show(step); };
          const stop = () => { this.bus.removeListener('step', onStep); };
          this.bus.on('step', onStep);
          signal.addEventListener('abort', stop);
          try {
            return await job.run({ signal });
          } finally {
            signal.removeEventListener('abort', stop);
            stop();
          }
        }
      }
    `,
    language: 'js',
  },
  'a subscription until the abort, an emitter of its own, and one that ends by itself': {
    valid: `
      import { EventEmitter } from 'node:events';
      import { spawn } from 'node:child_process';
      export async function subscribe(bus, show, signal, child) {
        bus.on('step', show);
        const onStep = () => show();
        bus.on('step', onStep);
        signal.addEventListener('abort', () => bus.off('step', onStep));
        await bus.connect();
        await new Promise((resolve) => {
          const own = new EventEmitter();
          const onReady = () => resolve();
          own.on('ready', onReady);
          signal.addEventListener('abort', () => own.off('ready', onReady));
          const onExit = () => resolve();
          child.on('exit', onExit);
          signal.addEventListener('abort', () => child.off('exit', onExit));
        });
      }
    `,
    language: 'js',
  },
  'a removal that others may call': {
    valid: `
      export function next(bus, signal, registry) {
        return new Promise((resolve) => {
          const take = (value) => resolve(value);
          const leave = () => bus.off('value', take);
          bus.on('value', take);
          signal.addEventListener('abort', leave);
          registry.add(leave);
        });
      }
      export function first(bus, signal, registry) {
        return new Promise((resolve) => {
          const take = (value) => resolve(value);
          bus.on('value', take);
          registry.add(take);
          signal.addEventListener('abort', () => bus.off('value', take));
        });
      }
    `,
    language: 'js',
  },
});
