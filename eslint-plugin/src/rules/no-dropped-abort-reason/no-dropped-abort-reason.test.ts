import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-dropped-abort-reason.js';

testRule(rule, {
  'an abort error of its own, beside the reason': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        if (signal.aborted) throw new DOMException('Aborted', 'AbortError');
                                  ~~~~~~~~~~~~~~~~ dropped
        return fetch(url, { signal });
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        if (signal.aborted) throw signal.reason;
        return fetch(url, { signal });
      }
    `,
  },
  'a class without the reason, beside one that is given it': {
    invalid: `
      class AbortError extends Error { override name = 'AbortError'; }
      export function wait(signal: AbortSignal): Promise<void> {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => { reject(new AbortError('stopped')); }, { once: true });
                                                          ~~~~~~~~~~~~~~ dropped
        });
      }
    `,
    valid: `
      class AbortError extends Error { override name = 'AbortError'; }
      export function wait(signal: AbortSignal): Promise<void> {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => { reject(new AbortError('stopped', { cause: signal.reason })); }, { once: true });
        });
      }
    `,
  },
  'a received signal, beside an own one': {
    invalid: `
      export function load(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<Response> {
        if (signal?.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'));
                                                   ~~~~~~~~~~~~~~~~ dropped
        return fetch(url, { signal: signal ?? null });
      }
    `,
    valid: `
      export function load(url: string): Promise<Response> {
        const { signal } = new AbortController();
        if (signal.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'));
        return fetch(url, { signal });
      }
    `,
  },
  'an abort error, beside another one': {
    invalid: `
      export function check(signal: AbortSignal): void {
        if (signal.aborted) throw new DOMException('stopped', 'AbortError');
                                  ~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      export function check(signal: AbortSignal): void {
        if (signal.aborted) throw new DOMException('too late', 'TimeoutError');
      }
    `,
  },
  'a function that is called on abort alone, beside one that reads the reason': {
    language: 'js',
    invalid: `
      const { addAbortListener } = require('./util');
      const { RequestAbortedError } = require('./errors');
      const kListener = Symbol('listener');
      function abort(self) {
        self.onError(new RequestAbortedError());
                     ~~~~~~~~~~~~~~~~~~~~~~~ dropped
      }
      exports.addSignal = (self, signal) => {
        if (signal.aborted) {
          abort(self);
          return;
        }
        self[kListener] = () => {
          abort(self);
        };
        addAbortListener(signal, self[kListener]);
      };
    `,
    valid: `
      const { addAbortListener } = require('./util');
      const { RequestAbortedError } = require('./errors');
      const kListener = Symbol('listener');
      const kSignal = Symbol('signal');
      function abort(self) {
        self.onError(self[kSignal]?.reason ?? new RequestAbortedError());
      }
      exports.addSignal = (self, signal) => {
        if (signal.aborted) {
          abort(self);
          return;
        }
        self[kSignal] = signal;
        self[kListener] = () => {
          abort(self);
        };
        addAbortListener(signal, self[kListener]);
      };
    `,
  },
  'a function that is called on abort alone, beside one that is called at other times too': {
    language: 'js',
    invalid: `
      const fail = (request) => {
        request.destroy(new AbortError());
                        ~~~~~~~~~~~~~~ dropped
      };
      export function send(request, signal) {
        if (signal.aborted) fail(request);
      }
      class AbortError extends Error {}
    `,
    valid: `
      const fail = (request) => {
        request.destroy(new AbortError());
      };
      export function send(request, signal) {
        if (signal.aborted) fail(request);
        request.on('close', () => fail(request));
      }
      class AbortError extends Error {}
    `,
  },
  'an error that is handed out, beside one that is kept': {
    invalid: `
      class CanceledError extends Error {}
      export function load(signal: AbortSignal, onError: (error: Error) => void): void {
        if (signal.aborted) onError(new CanceledError());
                                    ~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      class CanceledError extends Error {}
      export function load(signal: AbortSignal, ends: Error[]): void {
        if (signal.aborted) ends.push(new CanceledError());
      }
    `,
  },
});
