import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './use-provided-signal.js';

const query = `
      interface QueryContext { queryKey: string[]; signal: AbortSignal }
      declare function useQuery<T>(options: { queryKey: string[]; queryFn: (context: QueryContext) => Promise<T> }): T;`;
const retry = `
      declare function retry<T>(work: (attempt: number, signal: AbortSignal) => Promise<T>): Promise<T>;`;

testRule(rule, {
  'a query function that takes nothing, beside one that takes its signal': {
    types: 'with',
    invalid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async () => {
          const response = await fetch(url);
                                 ~~~~~ unused
          return await response.text();
        },
      });
    `,
    valid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async ({ signal }) => {
          const response = await fetch(url, { signal });
          return await response.text();
        },
      });
    `,
  },
  'a method of the options, beside one whose context is handed on': {
    types: 'with',
    invalid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        async queryFn({ queryKey }) {
          const response = await fetch(url + queryKey.join());
                                 ~~~~~ unused
          return await response.text();
        },
      });
    `,
    valid: `${query}
      declare function request(url: string, context: QueryContext): Promise<string>;
      export const load = (url: string) => useQuery({
        queryKey: [url],
        async queryFn(context) {
          await fetch(url);
          return await request(url, context);
        },
      });
    `,
  },
  'a context of which another member is read, beside one whose signal is tested': {
    types: 'with',
    invalid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async (context) => {
          const response = await fetch(url + context.queryKey.join());
                                 ~~~~~ unused
          return await response.text();
        },
      });
    `,
    valid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async ({ signal, ...context }) => {
          signal.throwIfAborted();
          return await Promise.resolve(url + context.queryKey.join());
        },
      });
    `,
  },
  'the rest of a context may bring the signal, beside a pattern that cannot': {
    types: 'with',
    invalid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async ({ queryKey: [first] }) => await fetch(\`\${url}/\${first ?? ''}\`, { method: 'POST' }),
                                                        ~~~~~ unused
      });
    `,
    valid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async ({ queryKey, ...rest }) => await fetch(url + queryKey.join(), { ...rest }),
      });
    `,
  },
  'a signal as a parameter, beside a callback that takes it': {
    types: 'with',
    invalid: `${retry}
      export const load = (url: string) => retry(async (attempt) => {
        console.log(attempt);
        await fetch(url, { method: 'POST' });
              ~~~~~ unused
        return await fetch(url);
      });
    `,
    valid: `${retry}
      export const load = (url: string) => retry(async (attempt, signal) => {
        console.log(attempt);
        return await fetch(url, { signal });
      });
    `,
  },
  'a parameter in between is missing, so there is no suggestion': {
    types: 'with',
    invalid: `${retry}
      export const load = (url: string) => retry(() => fetch(url));
                                                       ~~~~~ unused
    `,
    valid: `${retry}
      export const load = (text: string) => retry(() => Promise.resolve(text));
    `,
  },
  'a parameter without brackets': {
    types: 'with',
    invalid: `${retry}
      export const load = (url: string) => retry(attempt => fetch(url + String(attempt)));
                                                            ~~~~~ unused
    `,
  },
  'a tool of an agent, beside one that has nothing to cancel': {
    types: 'with',
    invalid: `
      interface Tool<Input> {
        execute: (input: Input, options: { toolCallId: string; abortSignal?: AbortSignal }) => Promise<string>;
      }
      export const weather: Tool<{ city: string }> = {
        execute: async ({ city }) => {
          const response = await fetch(\`https://example.com/\${city}\`);
                                 ~~~~~ unused
          return await response.text();
        },
      };
    `,
    valid: `
      interface Tool<Input> {
        execute: (input: Input, options: { toolCallId: string; abortSignal?: AbortSignal }) => Promise<string>;
      }
      export const greeting: Tool<{ city: string }> = {
        execute: async ({ city }) => await Promise.resolve(\`Hello, \${city}\`),
      };
    `,
  },
  'a name that the callback uses already gets no suggestion': {
    types: 'with',
    invalid: `${query}
      declare const signal: string;
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: () => fetch(url + signal),
                       ~~~~~ unused
      });
    `,
  },
  'a handler that is given a request, a controller or an event': {
    types: 'with',
    valid: `
      declare function serve(handler: (request: Request) => Promise<Response>): void;
      declare function start(work: (controller: AbortController) => Promise<Response>): void;
      serve(async () => await fetch('https://example.com'));
      serve(async (request) => await fetch(request.url));
      start(() => fetch('https://example.com'));
    `,
  },
  'callbacks that run in place, elements with a signal among them': {
    types: 'with',
    valid: `
      export async function loadAll(jobs: { url: string; signal: AbortSignal }[]): Promise<Response[]> {
        return await Promise.all(jobs.map((job) => fetch(job.url)));
      }
    `,
  },
  'cleanup, work that is let go, and a call that wants no signal': {
    types: 'with',
    valid: `${query}
      export const load = (url: string) => useQuery({
        queryKey: [url],
        queryFn: async () => {
          void fetch(url);
          try {
            return await fetch(url, { signal: undefined });
          } finally {
            await fetch(url, { method: 'DELETE' });
          }
        },
      });
    `,
  },
  'a callback of which several kinds may be given, and one of any type': {
    types: 'with',
    valid: `
      declare function either(work: ((signal: AbortSignal) => unknown) | ((name: string) => unknown)): void;
      declare const anything: any;
      either(() => fetch('https://example.com'));
      anything(async () => await fetch('https://example.com'));
    `,
  },
  'a signal of the function around, which forward-abort-signal speaks of': {
    types: 'with',
    valid: `${retry}
      export async function load(url: string, outer: AbortSignal): Promise<Response> {
        outer.throwIfAborted();
        return await retry(async () => await fetch(url, { signal: outer }));
      }
    `,
  },
  'the sink of a stream, whose controller has a signal': {
    types: 'with',
    valid: `
      import { writeFile } from 'node:fs/promises';
      export function sink(path: string): WritableStream<string> {
        return new WritableStream({
          async write(chunk) {
            await writeFile(path, chunk);
          },
        });
      }
    `,
  },
  'a test, whose runner offers a signal': {
    types: 'with',
    valid: `
      import { it } from 'vitest';
      declare module 'vitest' {
        export function it(name: string, body: (context: { signal: AbortSignal }) => Promise<void>): void;
      }
      it('answers', async () => {
        await fetch('https://example.com/');
      });
    `,
  },
  'query functions that the catalogue knows, beside one that takes the signal': {
    language: 'js',
    types: 'without',
    invalid: `
      import { QueryClient, useQuery } from '@tanstack/react-query';
      const client = new QueryClient();
      export const useUser = (url) => useQuery({ queryKey: [url], queryFn: ({ signal }) => fetch(url, { signal }) });
      export const usePages = (url) => useQuery({ queryKey: [url], queryFn: () => fetch('https://example.com/') });
                                                                                  ~~~~~ unused
      export async function prefetch(url) {
        await client.prefetchQuery({
          queryKey: [url],
          async queryFn({ queryKey }) {
            return await fetch(\`https://example.com/\${queryKey[0]}\`, { method: 'POST' });
                         ~~~~~ unused
          },
        });
      }
    `,
    valid: `
      import { useMutation, useQuery } from '@tanstack/react-query';
      export const usePages = (url) =>
        useQuery({ queryKey: [url], queryFn: ({ signal }) => fetch('https://example.com/', { signal }) });
      export const useSave = (url) => useMutation({ mutationFn: () => fetch('https://example.com/') });
    `,
  },
  'tools and handlers that the catalogue knows, beside a tool that is given no input first': {
    language: 'js',
    types: 'without',
    invalid: `
      const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
      const { tool } = require('ai');
      const server = new McpServer({ name: 'weather', version: '1.0.0' });
      server.registerTool('weather', { inputSchema: {} }, async ({ city }, extra) => {
        const response = await fetch(\`https://example.com/\${city}/\${extra.sessionId}\`);
                               ~~~~~ unused
        return { content: [{ type: 'text', text: await response.text() }] };
      });
      exports.weather = tool({
        execute: async ({ city }) => await fetch(\`https://example.com/\${city}\`),
                                           ~~~~~ unused
      });
      exports.traffic = tool({
        execute: async ({ city }, { abortSignal }) => await fetch(\`/\${city}\`, { signal: abortSignal }),
      });
    `,
    valid: `
      const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
      const { tool } = require('./tools.js');
      const server = new McpServer({ name: 'weather', version: '1.0.0' });
      server.registerTool('weather', {}, async (extra) => {
        const response = await fetch(\`https://example.com/\${extra.sessionId}\`, { signal: extra.signal });
        return { content: [{ type: 'text', text: await response.text() }] };
      });
      module.exports = tool({ execute: async ({ city }) => await fetch(\`https://example.com/\${city}\`) });
    `,
  },
});
