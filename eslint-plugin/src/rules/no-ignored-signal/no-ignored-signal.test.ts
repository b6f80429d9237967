import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-ignored-signal.js';

testRule(rule, {
  'a parameter that is never read, beside one that is': {
    invalid: `
      declare function query(text: string): Promise<string[]>;
      export async function find(text: string, signal: AbortSignal): Promise<string[]> {
                                               ~~~~~~ ignored
        const found = await query(text);
        return found.toSorted();
      }
    `,
    valid: `
      declare function query(text: string): Promise<string[]>;
      export async function find(text: string, signal: AbortSignal): Promise<string[]> {
        signal.throwIfAborted();
        const found = await query(text);
        return found.toSorted();
      }
    `,
  },
  'a destructured option, beside the rest of the options': {
    invalid: `
      declare function query(text: string, limit?: number): Promise<string[]>;
      interface Options {
        limit?: number;
        signal?: AbortSignal;
      }
      export const find = async (text: string, { limit, signal }: Options): Promise<string[]> => {
                                                        ~~~~~~ ignored
        return await query(text, limit);
      };
    `,
    valid: `
      declare function query(text: string, options: object): Promise<string[]>;
      interface Options {
        limit?: number;
        signal?: AbortSignal;
      }
      export const find = async (text: string, { signal, ...options }: Options): Promise<string[]> => {
        return await query(text, options);
      };
    `,
  },
  'a member of the options, beside options that are handed on': {
    invalid: `
      declare function query(text: string, limit?: number): Promise<string[]>;
      interface Options {
        limit?: number;
        signal?: AbortSignal;
      }
      export async function find(text: string, options: Options = {}): Promise<string[]> {
                                               ~~~~~~~ ignored
        return await query(text, options.limit);
      }
    `,
    valid: `
      interface Options {
        limit?: number;
        signal?: AbortSignal;
      }
      declare function query(text: string, options: Options): Promise<string[]>;
      export async function find(text: string, options: Options = {}): Promise<string[]> {
        console.log(options.limit);
        return await query(text, options);
      }
      export async function list(options: Options = {}): Promise<string[]> {
        const { limit, ...others } = options;
        return await query(String(limit), others);
      }
    `,
  },
  'options that several functions share, beside options of their own': {
    invalid: `
      declare function query(text: string, limit?: number): Promise<string[]>;
      export async function find(text: string, options: { limit?: number; abortSignal?: AbortSignal }): Promise<string[]> {
                                               ~~~~~~~ ignored
        const { limit } = options;
        return await query(text, limit);
      }
    `,
    valid: `
      declare function query(text: string, limit?: number): Promise<string[]>;
      interface Options {
        limit?: number;
        signal?: AbortSignal;
      }
      async function list(text: string, options: Options): Promise<string[]> {
        return await query(text, options.limit);
      }
      export async function request(text: string, init: RequestInit, controller: AbortController): Promise<string[]> {
        if (init.method === 'GET') controller.abort();
        return await query(text);
      }
      export async function find(text: string, options: Options): Promise<string[]> {
        options.signal?.throwIfAborted();
        return await list(text, options);
      }
    `,
  },
  'a signal that JSDoc names, beside a parameter of which nothing is known': {
    invalid: `
      import { query } from './query.js';
      /**
       * @param {string} text
       * @param {AbortSignal} signal
       */
      export async function find(text, signal) {
                                       ~~~~~~ ignored
        const found = await query(text);
        return found.length;
      }
    `,
    valid: `
      import { query } from './query.js';
      export async function stop(name, signal) {
        await query(name);
      }
    `,
    language: 'js',
  },
  'a function that waits, beside functions that have nothing to wait for and one that no-unobserved-signal reports':
    {
      invalid: `
      export function whenReady(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
                                                         ~~~~~~ ignored
        return new Promise((resolve) => {
          waiting.push(resolve);
        });
      }
    `,
      valid: `
      export async function parse(text: string, signal: AbortSignal): Promise<unknown> {
        return JSON.parse(text) as unknown;
      }
      export function length(text: string, signal: AbortSignal): number {
        return text.length;
      }
      export function whenReady(target: EventTarget, signal: AbortSignal): Promise<void> {
        return new Promise((resolve) => {
          target.addEventListener('ready', () => { resolve(); }, { once: true });
        });
      }
    `,
      types: 'without',
    },
  'a class of its own, beside one that keeps the contract of another': {
    invalid: `
      declare function read(key: string): Promise<string>;
      export class Store {
        async get(key: string, options: { signal: AbortSignal; isFresh: boolean }): Promise<string> {
                               ~~~~~~~ ignored
          if (options.isFresh) return '';
          return await read(key);
        }
      }
    `,
    valid: `
      declare function read(key: string): Promise<string>;
      interface Source {
        get(key: string, signal: AbortSignal): Promise<string>;
      }
      abstract class Base {
        abstract find(key: string, signal: AbortSignal): Promise<string>;
      }
      export class Memory implements Source {
        async get(key: string, signal: AbortSignal): Promise<string> {
          return await read(key);
        }
      }
      export class Disk extends Base {
        override async find(key: string, signal: AbortSignal): Promise<string> {
          return await read(key);
        }
      }
    `,
  },
  'declarations and overloads, and the implementation of overloads': {
    invalid: `
      declare function read(key: string): Promise<string>;
      export function get(key: string): Promise<string>;
      export function get(key: string, signal: AbortSignal): Promise<string>;
      export async function get(key: string, signal?: AbortSignal): Promise<string> {
                                             ~~~~~~ ignored
        return await read(key);
      }
    `,
    valid: `
      declare function read(key: string): Promise<string>;
      declare function find(key: string, signal: AbortSignal): Promise<string>;
      export function get(key: string): Promise<string>;
      export function get(key: string, signal: AbortSignal): Promise<string>;
      export async function get(key: string, signal?: AbortSignal): Promise<string> {
        return signal ? await find(key, signal) : await read(key);
      }
    `,
  },
  'a callback, whose place says what it takes': {
    valid: `
      declare function read(key: string): Promise<string>;
      declare function register(handler: (key: string, signal: AbortSignal) => Promise<string>): void;
      register(async (key: string, signal: AbortSignal) => await read(key));
      export const handler: (key: string, signal: AbortSignal) => Promise<string> = async (key, signal) => await read(key);
      export const handlers = {
        get: async (key: string, signal: AbortSignal) => await read(key),
      };
    `,
  },
  'a signal left out of a call that could be given it, beside one that nothing could be given': {
    invalid: `
      declare function read(key: string): Promise<string>;
      export const tool = {
        name: 'page',
        async execute(url: string, _signal: AbortSignal): Promise<string> {
                                   ~~~~~~~ dropped
          const response = await fetch(url);
          return await response.text();
        },
      };
    `,
    valid: `
      declare function read(key: string): Promise<string>;
      export const tool = {
        name: 'entry',
        async execute(key: string, _signal: AbortSignal): Promise<string> {
          return await read(key);
        },
      };
    `,
  },
  "a tool's signal that is left out, beside the name of a process signal": {
    invalid: `
      import { Client } from '@modelcontextprotocol/sdk/client/index.js';
      const client = new Client({ name: 'tools' });
      export const tool = {
        name: 'search',
        execute: async (id, parameters, _signal) => {
                                        ~~~~~~~ dropped
          const result = await client.callTool({ name: 'search', arguments: parameters });
          return { id, result };
        },
      };
    `,
    valid: `
      export function watch(child, url) {
        child.on('exit', async (code, _signal) => {
          await fetch(url, { method: 'POST', body: String(code) });
        });
      }
      export async function shutdown(_signal) {
        await fetch('/bye', { method: 'POST' });
      }
    `,
    language: 'js',
  },
  'a destructured signal under a name of its own, beside one whose work is let go': {
    invalid: `
      export async function load(url: string, { signal: _signal }: { signal: AbortSignal }): Promise<string> {
                                                        ~~~~~~~ dropped
        const response = await fetch(url);
        return await response.text();
      }
    `,
    valid: `
      export async function ping(url: string, { signal: _signal }: { signal: AbortSignal }): Promise<void> {
        void fetch(url);
      }
    `,
  },
  'a call that lacks the signal, which forward-abort-signal names, and another signal in its place': {
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await fetch(url);
      }
      export async function loadSoon(url: string, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { signal: AbortSignal.timeout(1000) });
      }
    `,
  },
});
