import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-abort-on-completion.js';

const types = `
      import type { IncomingMessage, ServerResponse } from 'node:http';
      declare function answer(response: ServerResponse, signal: AbortSignal): Promise<void>;`;

testRule(rule, {
  'close of a response, beside a test that it was not finished': {
    invalid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        response.on('close', () => controller.abort());
                    ~~~~~~~ responseClose
        await answer(response, controller.signal);
      }
    `,
    valid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        response.on('close', () => {
          if (!response.writableEnded) controller.abort();
        });
        await answer(response, controller.signal);
      }
    `,
  },
  'end and close of a request, beside its error': {
    invalid: `${types}
      export async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
        const controller = new AbortController();
        req.once('end', () => { controller.abort(); });
                 ~~~~~ requestEnd
        req.once('close', () => {
                 ~~~~~~~ requestClose
          // Nobody waits any more.
          controller.abort(new Error('gone'));
        });
        await answer(res, controller.signal);
      }
    `,
    valid: `${types}
      export async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
        const controller = new AbortController();
        req.once('error', () => { controller.abort(); });
        req.once('close', () => { if (!req.complete) controller.abort(); });
        await answer(res, controller.signal);
      }
    `,
  },
  'a listener that stays, beside one that is taken off': {
    invalid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        const stop = (): void => { controller.abort(); };
        response.once('close', stop);
                      ~~~~~~~ responseClose
        await answer(response, controller.signal);
      }
    `,
    valid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        const stop = (): void => { controller.abort(); };
        response.once('close', stop);
        await answer(response, controller.signal);
        response.off('close', stop);
      }
    `,
  },
  'a listener for close alone, beside one that finish disarms': {
    invalid: `${types}
      export function handle(request: IncomingMessage, reply: { raw: ServerResponse }): AbortSignal {
        const controller = new AbortController();
        reply.raw.on('close', () => { controller.abort(); });
                     ~~~~~~~ responseClose
        return controller.signal;
      }
    `,
    valid: `${types}
      export function handle(request: IncomingMessage, response: ServerResponse): AbortSignal {
        let controller: AbortController | null = new AbortController();
        const { signal } = controller;
        response.on('finish', () => { controller = null; });
        response.on('close', () => controller?.abort());
        return signal;
      }
    `,
  },
  'a flag of its own': {
    valid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        let isDone = false;
        request.on('close', () => {
          if (isDone) return;
          controller.abort();
        });
        await answer(response, controller.signal);
        isDone = true;
      }
    `,
  },
  'a controller that is asked whether it was aborted is not asked for the end': {
    invalid: `${types}
      export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        request.on('close', () => {
                   ~~~~~~~ requestClose
          if (!controller.signal.aborted) controller.abort();
        });
        await answer(response, controller.signal);
      }
    `,
  },
  'a server, beside a client': {
    valid: `
      import { request as open } from 'node:http';
      export function ask(url: string): AbortSignal {
        const controller = new AbortController();
        const request = open(url, (response) => {
          response.on('end', () => { controller.abort(); });
          response.on('close', () => { controller.abort(); });
        });
        request.on('close', () => { controller.abort(); });
        request.end();
        return controller.signal;
      }
    `,
  },
  'a field of a class, in the output of a compiler': {
    language: 'js',
    invalid: `
      export class NodeRequest {
        #req;
        #abortController;
        constructor(req) {
          this.#req = req;
        }
        get signal() {
          if (!this.#abortController) {
            this.#abortController = new AbortController();
            const req = this.#req;
            const abort = (error) => {
              this.#abortController?.abort?.(error);
            };
            req.once('error', abort);
            req.once('end', abort);
                     ~~~~~ requestEnd
          }
          return this.#abortController.signal;
        }
      }
    `,
    valid: `
      export class NodeRequest {
        #req;
        #res;
        #abortController;
        constructor(req, res) {
          this.#req = req;
          this.#res = res;
        }
        get signal() {
          if (!this.#abortController) {
            this.#abortController = new AbortController();
            this.#res.once('close', () => {
              const error = this.#req.errored;
              if (error) this.#abortController.abort(error);
              else if (!this.#res.writableEnded) this.#abortController.abort();
            });
          }
          return this.#abortController.signal;
        }
      }
    `,
  },
  'finally of a generator with a received controller, beside a flag': {
    invalid: `
      export class Stream {
        controller: AbortController;
        constructor(readonly lines: AsyncIterable<string>, controller: AbortController) {
          this.controller = controller;
        }
        async *read(): AsyncGenerator<string> {
          try {
            for await (const line of this.lines) yield line;
          } finally {
            this.controller.abort();
            ~~~~~~~~~~~~~~~~~~~~~~~ generatorEnd
          }
        }
      }
    `,
    valid: `
      export class Stream {
        controller: AbortController;
        constructor(readonly lines: AsyncIterable<string>, controller: AbortController) {
          this.controller = controller;
        }
        async *read(): AsyncGenerator<string> {
          let isDone = false;
          try {
            for await (const line of this.lines) yield line;
            isDone = true;
          } finally {
            if (!isDone) this.controller.abort();
          }
        }
      }
    `,
  },
  'a controller that was handed in, beside an own one': {
    invalid: `
      export async function* follow(lines: AsyncIterable<string>, controller: AbortController): AsyncGenerator<string> {
        try {
          for await (const line of lines) yield line;
        } finally {
          controller.abort();
          ~~~~~~~~~~~~~~~~~~ generatorEnd
        }
      }
    `,
    valid: `
      declare function open(signal: AbortSignal): AsyncIterable<string>;
      export async function* follow(): AsyncGenerator<string> {
        const controller = new AbortController();
        try {
          for await (const line of open(controller.signal)) yield line;
        } finally {
          controller.abort();
        }
      }
    `,
  },
  'work of its own under the signal, whose end the abort is': {
    valid: `
      declare function open(signal: AbortSignal): AsyncIterable<string>;
      export async function* follow(controller: AbortController): AsyncGenerator<string> {
        try {
          for await (const line of open(controller.signal)) yield line;
        } finally {
          controller.abort();
        }
      }
    `,
  },
  'a listener that is kept for others': {
    valid: `${types}
      export async function handle(request: IncomingMessage & { onAbort?: () => void }, response: ServerResponse): Promise<void> {
        const controller = new AbortController();
        const onAbort = (): void => { controller.abort(); };
        request.on('close', onAbort);
        request.onAbort = onAbort;
        await answer(response, controller.signal);
      }
    `,
  },
  'the finally of a task group': {
    valid: `
      export async function both(urls: string[]): Promise<string[]> {
        const group = new AbortController();
        try {
          return await Promise.all(urls.map(async (url) => (await fetch(url, { signal: group.signal })).text()));
        } finally {
          group.abort();
        }
      }
    `,
  },
  'another emitter, and another event': {
    valid: `
      import type { Socket } from 'node:net';
      export function watch(socket: Socket, dialog: Socket): AbortSignal {
        const controller = new AbortController();
        socket.on('close', () => { controller.abort(); });
        dialog.on('end', () => { controller.abort(); });
        return controller.signal;
      }
    `,
  },
  'an abort by way of a function of the file, beside one that tests': {
    invalid: `
      export function toRequest({ req, res }) {
        const controller = new AbortController();
        const abort = (error) => controller.abort(error);
        req.once('error', abort);
        res.once('close', () => { abort(); });
                 ~~~~~~~ responseClose
        return new Request('https://example.com', { signal: controller.signal });
      }
    `,
    valid: `
      export function toRequest({ req, res }) {
        const controller = new AbortController();
        const abort = (error) => { if (!res.writableFinished) controller.abort(error); };
        req.once('error', abort);
        res.once('close', () => { abort(); });
        return new Request('https://example.com', { signal: controller.signal });
      }
    `,
    language: 'js',
  },
});
