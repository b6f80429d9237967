import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-timeout-cleared-before-body.js';

testRule(rule, {
  'a timer that is cleared before the body is read, beside one that is cleared after': {
    invalid: `
      export async function load(url: string, timeoutMs: number): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, timeoutMs);
        const response = await fetch(url, { signal: controller.signal });
        clearTimeout(timer);
        ~~~~~~~~~~~~ timer
        if (!response.ok) throw new Error('no answer');
        // The body may be long.
        const text = await response.text();
        return text;
      }
    `,
    valid: `
      export async function load(url: string, timeoutMs: number): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, timeoutMs);
        const response = await fetch(url, { signal: controller.signal });
        const text = await response.text();
        clearTimeout(timer);
        return text;
      }
    `,
  },
  'a body that is returned unread': {
    invalid: `
      export async function load(url: string): Promise<unknown> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        const options = { signal: controller.signal };
        const response = await fetch(url, options);
        if (timer) clearTimeout(timer);
                   ~~~~~~~~~~~~ timer
        return response.json();
      }
    `,
    valid: `
      export async function isUp(url: string): Promise<boolean> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        const options = { signal: controller.signal };
        const response = await fetch(url, options);
        if (timer) clearTimeout(timer);
        return response.ok;
      }
    `,
  },
  'a response that leaves through finally, beside a body that is read in the try': {
    invalid: `
      export async function ask(url: string): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          clearTimeout(timer);
          ~~~~~~~~~~~~ timerOfReturned
        }
      }
    `,
    valid: `
      export async function ask(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.text();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a body that is read behind the try': {
    invalid: `
      export async function load(url: string): Promise<number> {
        const controller = new AbortController();
        const timer = setTimeout(controller.abort.bind(controller), 1000);
        let response: Response;
        try {
          response = await fetch(url, { signal: controller.signal });
        } finally {
          clearTimeout(timer);
          ~~~~~~~~~~~~ timer
        }
        let size = 0;
        if (response.body) for await (const part of response.body) size += part.length;
        return size;
      }
    `,
    valid: `
      export async function load(url: string): Promise<number> {
        const controller = new AbortController();
        const timer = setTimeout(controller.abort.bind(controller), 1000);
        let response: Response;
        try {
          response = await fetch(url, { signal: controller.signal });
        } finally {
          clearTimeout(timer);
        }
        await response.body?.cancel();
        return response.status;
      }
    `,
  },
  'a relay that is removed before the body is read': {
    invalid: `
      export async function load(url: string, outer: AbortSignal): Promise<string> {
        outer.throwIfAborted();
        const inner = new AbortController();
        const stop = (): void => { inner.abort(outer.reason); };
        outer.addEventListener('abort', stop);
        const response = await fetch(url, { signal: inner.signal });
        outer.removeEventListener('abort', stop);
        ~~~~~~~~~~~~~~~~~~~~~~~~~ relay
        return await response.text();
      }
    `,
    valid: `
      export async function load(url: string, outer: AbortSignal): Promise<string> {
        outer.throwIfAborted();
        const inner = new AbortController();
        const stop = (): void => { inner.abort(outer.reason); };
        outer.addEventListener('abort', stop);
        const response = await fetch(url, { signal: inner.signal });
        const text = await response.text();
        outer.removeEventListener('abort', stop);
        return text;
      }
    `,
  },
  'a relay that is removed where the response is returned, beside another listener': {
    invalid: `
      export async function ask(url: string, outer: AbortSignal): Promise<Response> {
        outer.throwIfAborted();
        const inner = new AbortController();
        const stop = (): void => { inner.abort(outer.reason); };
        outer.addEventListener('abort', stop);
        try {
          return await fetch(url, { signal: inner.signal });
        } finally {
          outer.removeEventListener('abort', stop);
          ~~~~~~~~~~~~~~~~~~~~~~~~~ relayOfReturned
        }
      }
    `,
    valid: `
      export async function ask(url: string, outer: AbortSignal): Promise<Response> {
        outer.throwIfAborted();
        const tell = (): void => { console.log('stopped'); };
        outer.addEventListener('abort', tell);
        try {
          return await fetch(url, { signal: outer });
        } finally {
          outer.removeEventListener('abort', tell);
        }
      }
    `,
  },
  'a callback that is chained to the request': {
    invalid: `
      export async function load(url: string): Promise<unknown> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        const response = await fetch(url, { signal: controller.signal }).finally(() => { clearTimeout(timer); });
                                                                                         ~~~~~~~~~~~~ timer
        return (await response.json()) as unknown;
      }
    `,
    valid: `
      export async function load(url: string): Promise<unknown> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        return await fetch(url, { signal: controller.signal })
          .then((response) => response.json() as Promise<unknown>)
          .finally(() => { clearTimeout(timer); });
      }
    `,
  },
  'then, with the response in its parameter': {
    invalid: `
      export function load(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        return fetch(url, { signal: controller.signal }).then((response) => {
          clearTimeout(timer);
          ~~~~~~~~~~~~ timer
          return response.text();
        });
      }
    `,
    valid: `
      export function load(url: string): Promise<number> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        return fetch(url, { signal: controller.signal }).then((response) => {
          clearTimeout(timer);
          return response.status;
        });
      }
    `,
  },
  'another timer that takes over, and names that say what the limit is for': {
    valid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        let timer = setTimeout(() => controller.abort(), 1000);
        const response = await fetch(url, { signal: controller.signal });
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(), 9000);
        const text = await response.text();
        clearTimeout(timer);
        return text;
      }
      export async function stream(url: string): Promise<Response> {
        const controller = new AbortController();
        const headersTimer = setTimeout(() => controller.abort(), 1000);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          clearTimeout(headersTimer);
        }
      }
    `,
  },
  'a request for headers alone, and a timer of something else': {
    valid: `
      export async function head(url: string): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        try {
          return await fetch(url, { method: 'HEAD', signal: controller.signal });
        } finally {
          clearTimeout(timer);
        }
      }
      export async function tell(url: string): Promise<Response> {
        const timer = setTimeout(() => { console.log('slow'); }, 1000);
        try {
          return await fetch(url);
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a timer that is cleared where the request has failed': {
    valid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        try {
          const response = await fetch(url, { signal: controller.signal });
          const text = await response.text();
          clearTimeout(timer);
          return text;
        } catch (error) {
          clearTimeout(timer);
          throw error;
        }
      }
    `,
  },
  'an error body in a branch, and a combined signal': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        const limit = new AbortController();
        const timer = setTimeout(() => { limit.abort(new Error('too slow')); }, 1000);
        const either = AbortSignal.any([signal, limit.signal]);
        const response = await fetch(url, { signal: either });
        clearTimeout(timer);
        ~~~~~~~~~~~~ timer
        if (!response.ok) {
          const reason = await response.text();
          throw new Error(reason);
        }
        return await response.text();
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        const limit = new AbortController();
        const timer = setTimeout(() => { limit.abort(new Error('too slow')); }, 1000);
        const either = AbortSignal.any([signal, limit.signal]);
        const response = await fetch(url, { signal });
        clearTimeout(timer);
        either.throwIfAborted();
        return await response.text();
      }
    `,
  },
  'plain JavaScript with tabs, in a class': {
    language: 'js',
    invalid: `
      export class Client {
      	async get(url, options) {
      		const controller = new AbortController();
      		const timer = setTimeout(() => controller.abort(), this.time);
      		const response = await this.fetch(url, { ...options, signal: controller.signal });
      		clearTimeout(timer);
      		~~~~~~~~~~~~ timer
      		return response.json();
      	}
      }
    `,
    valid: `
      export class Client {
      	async get(url, options) {
      		const controller = new AbortController();
      		const timer = setTimeout(() => controller.abort(), this.time);
      		const response = await this.fetch(url, { ...options, signal: controller.signal });
      		clearTimeout(timer);
      		return this.parse(response);
      	}
      }
    `,
  },
});
