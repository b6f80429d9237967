import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-misplaced-signal-argument.js';

testRule(rule, {
  'a signal in the place of the options, beside options': {
    invalid: `
      export async function load(url, signal) {
        const response = await fetch(url, signal);
                                          ~~~~~~ bare
        signal.throwIfAborted();
        return response;
      }
    `,
    valid: `
      export async function load(url, signal) {
        const response = await fetch(url, { signal });
        signal.throwIfAborted();
        return response;
      }
    `,
    language: 'js',
  },
  'a member of the options, beside the options themselves': {
    invalid: `
      export const load = (url: string, options: { signal: AbortSignal }) => fetch(url, options.signal);
                                                                                        ~~~~~~~~~~~~~~ bare
    `,
    valid: `
      export const load = (url: string, options: { signal: AbortSignal }) => fetch(url, options);
    `,
  },
  "a controller's signal in the place of a listener's options, beside its options": {
    invalid: `
      export function watch(target, listen) {
        const controller = new AbortController();
        target.addEventListener('change', listen, controller.signal);
                                                  ~~~~~~~~~~~~~~~~~ bare
        return () => controller.abort();
      }
    `,
    valid: `
      export function watch(target, listen) {
        const controller = new AbortController();
        target.addEventListener('change', listen, { signal: controller.signal });
        return () => controller.abort();
      }
    `,
    language: 'js',
  },
  'options in the place of the value of a timer, beside their own place': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(signal: AbortSignal): Promise<void> {
        await sleep(1000, { signal });
                            ~~~~~~ early
        await sleep(1000, signal);
                          ~~~~~~ bare
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(signal: AbortSignal): Promise<void> {
        await sleep(1000, undefined, { signal });
        await sleep(1000, { signal: 'SIGTERM' }, { signal });
      }
    `,
  },
  'a signal in the body of a request, beside one in its configuration': {
    invalid: `
      import axios from 'axios';
      export async function save(url, name, signal) {
        signal.throwIfAborted();
        await axios.post(url, { signal });
                                ~~~~~~ early
        await axios.post(url, { name, signal });
                                      ~~~~~~ early
      }
    `,
    valid: `
      import axios from 'axios';
      export async function save(url, name, signal) {
        signal.throwIfAborted();
        await axios.post(url, { name }, { signal });
        await axios.post(url, { signal: name }, { timeout: 1000 });
      }
    `,
    language: 'js',
  },
  'a signal among the parameters of a model, beside one in the options of the request': {
    invalid: `
      import OpenAI from 'openai';
      const client = new OpenAI();
      export async function ask(messages, { signal: stop }) {
        stop.throwIfAborted();
        return client.chat.completions.create({
          model: 'small',
          messages,
          signal: stop,
          ~~~~~~ early
        });
      }
    `,
    valid: `
      import OpenAI from 'openai';
      const client = new OpenAI();
      export async function ask(messages, { signal: stop }) {
        stop.throwIfAborted();
        return client.chat.completions.create({ model: 'small', messages }, { signal: stop });
      }
    `,
    language: 'js',
  },
  'a name that the call does not know, beside the one that it knows': {
    invalid: `
      import { generateText } from 'ai';
      export async function ask(prompt, signal) {
        signal.throwIfAborted();
        const { text } = await generateText({ model: 'small', prompt, signal });
                                                                      ~~~~~~ misnamed
        await fetch(text, { method: 'POST', abortSignal: signal });
                                            ~~~~~~~~~~~ misnamed
      }
    `,
    valid: `
      import { generateText } from 'ai';
      export async function ask(prompt, signal) {
        signal.throwIfAborted();
        const { text } = await generateText({ model: 'small', prompt, abortSignal: signal });
        await fetch(text, { method: 'POST', signal });
      }
    `,
    language: 'js',
  },
  'an earlier name of the option, beside a name that it never had': {
    invalid: `
      import { execa } from 'execa';
      /** @param {AbortSignal} signal */
      export const run = (signal) => execa('make', { abortSignal: signal });
                                                     ~~~~~~~~~~~ misnamed
    `,
    valid: `
      import { execa } from 'execa';
      /** @param {AbortSignal} signal */
      export const run = (signal) => execa('make', { signal });
    `,
    language: 'js',
  },
  'a name that an unknown function may know, beside one that fetch does not': {
    invalid: `
      export async function load(url, abortSignal) {
        await fetch(url, { abortSignal });
                           ~~~~~~~~~~~ misnamed
      }
    `,
    valid: `
      import { request } from './request.js';
      export async function load(url, abortSignal, defaults) {
        await request(url, { abortSignal });
        await request(url, abortSignal);
        await fetch(url, { abortSignal, ...defaults });
      }
    `,
    language: 'js',
  },
  'a signal whose events are waited for, or that is handed to a callback': {
    valid: `
      import { once } from 'node:events';
      export async function settle(signal: AbortSignal, target: EventTarget): Promise<void> {
        await Promise.race([once(signal, 'abort'), once(target, 'change', { signal })]);
      }
    `,
  },
  'the controller, beside its signal': {
    invalid: `
      export async function load(url) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000);
        const own = await fetch(url, { signal: controller });
                                               ~~~~~~~~~~ controller
        return own.json();
      }
      class Loader {
        #stop = new AbortController();
        load(url, signal) {
          return fetch(url, { signal: AbortSignal.any([signal, this.#stop]) });
                                                               ~~~~~~~~~~ controller
        }
      }
      export const loader = new Loader();
    `,
    valid: `
      export async function load(url) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000);
        const own = await fetch(url, { signal: controller.signal });
        return own.json();
      }
      class Loader {
        #stop = new AbortController();
        load(url, signal) {
          return fetch(url, { signal: AbortSignal.any([signal, this.#stop.signal]) });
        }
      }
      export const loader = new Loader();
    `,
    language: 'js',
  },
  'a controller that is called signal, beside an object that may be anything': {
    invalid: `
      export function load(url) {
        const signal = new AbortController();
        return [fetch(url, { signal }), signal];
                             ~~~~~~ controller
      }
    `,
    valid: `
      import { makeSignal } from './make-signal.js';
      export function load(url) {
        const signal = makeSignal();
        return [fetch(url, { signal }), signal];
      }
    `,
    language: 'js',
  },
  'the whole controller as options, whose signal the call reads': {
    valid: `
      export async function load(url) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000);
        return fetch(url, controller);
      }
    `,
    language: 'js',
  },
  'a spread behind the signal that has one too, beside one that has none': {
    invalid: `
      export async function load(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { signal, method: 'GET', ...init });
                                  ~~~~~~ overwritable
      }
      export async function loadSoon(url: string, options: { signal: AbortSignal }): Promise<Response> {
        return await fetch(url, {
          signal: AbortSignal.any([options.signal, AbortSignal.timeout(1000)]),
          ~~~~~~ overwritable
          ...options,
        });
      }
    `,
    valid: `
      export async function load(url: string, init: { method: string }, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { signal, ...init });
      }
      export async function loadWith(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { ...init, signal });
      }
      export async function loadAll(url: string, options: RequestInit): Promise<Response> {
        return await fetch(url, { signal: options.signal ?? null, ...options });
      }
    `,
  },
  'the rest of the options, and a default of the code itself': {
    valid: `
      export async function load(url: string, options: RequestInit): Promise<Response> {
        const { signal, ...rest } = options;
        return await fetch(url, { signal: signal ?? null, ...rest });
      }
      export async function loadSoon(url: string, init: RequestInit): Promise<Response> {
        return await fetch(url, { signal: AbortSignal.timeout(5000), ...init });
      }
    `,
  },
  'a signal in the options of a function that the types know, beside its place': {
    types: 'with',
    invalid: `
      /** @type {(text: string, options?: { limit?: number, signal?: AbortSignal }) => Promise<string[]>} */
      const search = async () => [];
      /** @param {AbortSignal} signal */
      export async function find(text, signal) {
        return await search(text, signal);
                                  ~~~~~~ bare
      }
    `,
    valid: `
      /** @type {(text: string, signal: AbortSignal, options?: { signal?: AbortSignal }) => Promise<string[]>} */
      const search = async () => [];
      /** @param {AbortSignal} signal */
      export async function find(text, signal) {
        return await search(text, signal);
      }
    `,
    language: 'js',
  },
});
