import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unclosed-source.js';

testRule(rule, {
  'a stream over an iterator, beside one that closes it': {
    invalid: `
      export function toStream(source: AsyncIterable<string>): ReadableStream<string> {
        const iterator = source[Symbol.asyncIterator]();
        return new ReadableStream({
                   ~~~~~~~~~~~~~~ pulled
          async pull(controller) {
            const { done, value } = await iterator.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
        });
      }
    `,
    valid: `
      export function toStream(source: AsyncIterable<string>): ReadableStream<string> {
        const iterator = source[Symbol.asyncIterator]();
        return new ReadableStream({
          async pull(controller) {
            const { done, value } = await iterator.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          async cancel() {
            await iterator.return?.(undefined);
          },
        });
      }
    `,
  },
  'a cancel that does nothing, beside one that says why': {
    invalid: `
      export function toStream(iterator: AsyncIterator<string>): ReadableStream<string> {
        return new ReadableStream<string>({
          /** Asks for the next one. */
          async pull(controller) {
            const { done, value } = await iterator.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          /** Called when the consumer cancels. */
          cancel() {},
          ~~~~~~ pulled
        });
      }
    `,
    valid: `
      export function toStream(iterator: AsyncIterator<string>): ReadableStream<string> {
        return new ReadableStream<string>({
          async pull(controller) {
            const { done, value } = await iterator.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel() {
            // The caller goes on with the iterator.
          },
        });
      }
    `,
  },
  'a stream over the reader of another stream': {
    invalid: `
      export function upper(source: ReadableStream<string>): ReadableStream<string> {
        const reader = source.getReader();
        const under = {
          pull: async (controller: ReadableStreamDefaultController<string>): Promise<void> => {
            const { done, value } = await reader.read();
            if (done) controller.close();
            else controller.enqueue(value.toUpperCase());
          }
        };
        return new globalThis.ReadableStream(under);
                   ~~~~~~~~~~~~~~~~~~~~~~~~~ pulled
      }
    `,
    valid: `
      export function upper(source: ReadableStream<string>): ReadableStream<string> {
        const reader = source.getReader();
        return new ReadableStream({
          pull: async (controller) => {
            const { done, value } = await reader.read();
            if (done) controller.close();
            else controller.enqueue(value.toUpperCase());
          },
          cancel: (reason) => reader.cancel(reason),
        });
      }
    `,
  },
  'chunks that are there already': {
    valid: `
      export function toStream(chunks: string[]): ReadableStream<string> {
        const iterator = chunks[Symbol.iterator]();
        return new ReadableStream({
          pull(controller) {
            const { done, value } = iterator.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
        });
      }
      export function once(chunk: string): ReadableStream<string> {
        return new ReadableStream({
          start(controller) {
            controller.enqueue(chunk);
            controller.close();
          },
        });
      }
    `,
  },
  'an iterator that is closed elsewhere, or that others have too': {
    valid: `
      declare function closeLater(iterator: AsyncIterator<string>): void;
      export function toStream(iterator: AsyncIterator<string>, signal: AbortSignal): ReadableStream<string> {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => { void iterator.return?.(undefined); }, { once: true });
        return new ReadableStream({
          async pull(controller) { controller.enqueue((await iterator.next()).value); },
        });
      }
      export function toStreamToo(iterator: AsyncIterator<string>): ReadableStream<string> {
        closeLater(iterator);
        return new ReadableStream({
          async pull(controller) { controller.enqueue((await iterator.next()).value); },
        });
      }
    `,
  },
  'members that a spread may bring': {
    valid: `
      export function toStream(iterator: AsyncIterator<string>, more: UnderlyingDefaultSource<string>): ReadableStream<string> {
        return new ReadableStream({
          async pull(controller) { controller.enqueue((await iterator.next()).value); },
          ...more,
        });
      }
    `,
  },
  'an interval, beside one that is cleared': {
    invalid: `
      export function ticks(milliseconds: number): ReadableStream<number> {
        let timer: ReturnType<typeof setInterval>;
        return new ReadableStream({
                   ~~~~~~~~~~~~~~ started
          start(controller) {
            timer = setInterval(() => { controller.enqueue(Date.now()); }, milliseconds);
          },
        });
      }
    `,
    valid: `
      export function ticks(milliseconds: number): ReadableStream<number> {
        let timer: ReturnType<typeof setInterval>;
        return new ReadableStream({
          start(controller) {
            timer = setInterval(() => { controller.enqueue(Date.now()); }, milliseconds);
          },
          cancel() {
            clearInterval(timer);
          },
        });
      }
    `,
  },
  'an emitter, beside one whose listener takes care of the end': {
    invalid: `
      export function messages(socket: WebSocket): ReadableStream<string> {
        return new ReadableStream({
                   ~~~~~~~~~~~~~~ started
          start(controller) {
            socket.addEventListener('message', (event: MessageEvent<string>) => { controller.enqueue(event.data); });
          },
        });
      }
    `,
    valid: `
      export function messages(socket: WebSocket): ReadableStream<string> {
        return new ReadableStream({
          start(controller) {
            socket.addEventListener('message', (event: MessageEvent<string>) => {
              try { controller.enqueue(event.data); } catch { socket.close(); }
            });
          },
        });
      }
    `,
  },
  'an iterator by hand, beside one that can be left': {
    invalid: `
      export function lines(source: AsyncIterable<string>): AsyncIterable<string> {
        return {
          [Symbol.asyncIterator]() {
            const inner = source[Symbol.asyncIterator]();
            return {
              async next() {
                    ~~~~ iterator
                const { done, value } = await inner.next();
                return done ? { done: true, value: undefined } : { done: false, value: value.trim() };
              },
            };
          },
        };
      }
    `,
    valid: `
      export function lines(source: AsyncIterable<string>): AsyncIterable<string> {
        return {
          [Symbol.asyncIterator]() {
            const inner = source[Symbol.asyncIterator]();
            return {
              async next() {
                const { done, value } = await inner.next();
                return done ? { done: true, value: undefined } : { done: false, value: value.trim() };
              },
              async return() {
                await inner.return?.(undefined);
                return { done: true, value: undefined };
              },
            };
          },
        };
      }
    `,
  },
  'an iterator over a reader, in plain JavaScript with tabs': {
    language: 'js',
    invalid: `
      export function parts(stream) {
      	const reader = stream.getReader();
      	return {
      		next: () => reader.read(),
      		~~~~ iterator
      		[Symbol.asyncIterator]() {
      			return this;
      		}
      	};
      }
    `,
    valid: `
      export async function* parts(stream) {
      	const reader = stream.getReader();
      	try {
      		for (;;) {
      			const { done, value } = await reader.read();
      			if (done) return;
      			yield value;
      		}
      	} finally {
      		await reader.cancel();
      	}
      }
    `,
  },
  'a method that is left out on purpose, as a comment says': {
    valid: `
      export function endless(source: AsyncIterable<string>): AsyncIterable<string> {
        const inner = source[Symbol.asyncIterator]();
        // A new iterable without return, so that each loop goes on where the last one stopped.
        return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
      }
    `,
  },
  'an object with next that is no async iterator': {
    valid: `
      export function pager(source: AsyncIterable<string>): { next(): Promise<unknown> } {
        const inner = source[Symbol.asyncIterator]();
        return {
          async next() { return (await inner.next()).value as unknown; },
        };
      }
    `,
  },
  'an iterator that is made anew for each pull': {
    valid: `
      export function firsts(source: AsyncIterable<string>): ReadableStream<string> {
        return new ReadableStream({
          async pull(controller) {
            for await (const each of source) {
              controller.enqueue(each);
              return;
            }
          },
        });
      }
    `,
  },
  'a method that is missing, beside one that is left out on purpose': {
    invalid: `
      export function numbered(source: AsyncIterable<string>) {
        return {
          [Symbol.asyncIterator]() {
            const iterator = source[Symbol.asyncIterator]();
            return {
              // Hands on what the source has.
              next: () => iterator.next(),
              ~~~~ iterator
            };
          },
        };
      }
    `,
    valid: `
      export function numbered(source: AsyncIterable<string>) {
        return {
          [Symbol.asyncIterator]() {
            const iterator = source[Symbol.asyncIterator]();
            return {
              next: () => iterator.next(),
              // We omit throw and return on purpose.
            };
          },
        };
      }
    `,
  },
  'a generator that calls an iterator, beside one that closes it': {
    invalid: `
      export async function* untilAborted<T>(source: AsyncIterable<T>, aborted: Promise<never>): AsyncGenerator<T> {
        const steps = source[Symbol.asyncIterator]();
        while (true) {
          const step = await Promise.race([aborted, steps.next()]);
                                                    ~~~~~~~~~~ loop
          if (step.done) return;
          yield step.value;
        }
      }
    `,
    valid: `
      export async function* untilAborted<T>(source: AsyncIterable<T>, aborted: Promise<never>): AsyncGenerator<T> {
        const steps = source[Symbol.asyncIterator]();
        try {
          while (true) {
            const step = await Promise.race([aborted, steps.next()]);
            if (step.done) return;
            yield step.value;
          }
        } finally {
          steps.return?.().catch(() => undefined);
        }
      }
    `,
  },
  'a generator that reads a body, beside one that cancels it, and one that reads what it was given': {
    invalid: `
      export async function* parts(url) {
        const response = await fetch(url);
        const reader = response.body.getReader();
        try {
          for (;;) {
            const { done, value } = await reader.read();
                                          ~~~~~~~~~~~ loop
            if (done) return;
            yield value;
          }
        } finally {
          reader.releaseLock();
        }
      }
    `,
    valid: `
      export async function* parts(url) {
        const response = await fetch(url);
        const reader = response.body.getReader();
        try {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield value;
          }
        } finally {
          await reader.cancel().catch(() => undefined);
        }
      }
      export async function* kept(url, state) {
        const response = await fetch(url);
        const reader = response.body.getReader();
        state.active = { reader };
        for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
      }
      export async function* given(stream) {
        const reader = stream.getReader();
        try {
          for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
        } finally {
          reader.releaseLock();
        }
      }
    `,
    language: 'js',
  },
});
