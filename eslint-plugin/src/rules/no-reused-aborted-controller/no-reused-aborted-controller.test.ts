import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-reused-aborted-controller.js';

testRule(rule, {
  'a class that can be started again, beside one that makes a new controller': {
    invalid: `
      export class Feed {
        readonly #controller = new AbortController();
        start(url: string): Promise<Response> {
          return fetch(url, { signal: this.#controller.signal });
        }
        stop(): void {
          // Ends the request.
          this.#controller.abort();
          ~~~~~~~~~~~~~~~~~~~~~~~~ restart
        }
      }
    `,
    valid: `
      export class Feed {
        #controller = new AbortController();
        start(url: string): Promise<Response> {
          this.#controller = new AbortController();
          return fetch(url, { signal: this.#controller.signal });
        }
        stop(): void {
          this.#controller.abort();
        }
      }
    `,
  },
  'stopped, beside closed for good': {
    invalid: `
      export class Dialer {
        private readonly shutDown: AbortController;
        constructor() {
          this.shutDown = new AbortController();
        }
        start(): void {
          console.log('on');
        }
        stop(): void {
          this.shutDown.abort();
          ~~~~~~~~~~~~~~~~~~~~~ restart
        }
        dial(url: string): Promise<Response> {
          return fetch(url, { signal: this.shutDown.signal });
        }
      }
    `,
    valid: `
      export class Dialer {
        private readonly shutDown: AbortController;
        constructor() {
          this.shutDown = new AbortController();
        }
        start(): void {
          console.log('on');
        }
        close(): void {
          this.shutDown.abort();
        }
        dial(url: string): Promise<Response> {
          return fetch(url, { signal: this.shutDown.signal });
        }
      }
    `,
  },
  'a class with a start, beside one that is used once': {
    valid: `
      export class Upload {
        readonly #controller = new AbortController();
        send(url: string): Promise<Response> {
          return fetch(url, { method: 'POST', signal: this.#controller.signal });
        }
        stop(): void {
          this.#controller.abort();
        }
      }
    `,
  },
  'a class that looks at the state of its signal': {
    valid: `
      export class Feed {
        readonly #controller = new AbortController();
        start(url: string): Promise<Response> {
          if (this.#controller.signal.aborted) throw new Error('stopped for good');
          return fetch(url, { signal: this.#controller.signal });
        }
        stop(): void {
          this.#controller.abort();
        }
      }
    `,
  },
  'the next request after the abort of the last one, beside a new controller': {
    invalid: `
      let current = new AbortController();
      export function search(url: string): Promise<Response> {
        current.abort();
        ~~~~~~~~~~~~~~~ after
        return fetch(url, { signal: current.signal });
      }
    `,
    valid: `
      let current = new AbortController();
      export function search(url: string): Promise<Response> {
        current.abort();
        current = new AbortController();
        return fetch(url, { signal: current.signal });
      }
    `,
  },
  'a field that is given a new controller right after the abort of the last one': {
    valid: `
      export class Upload {
        #controller: AbortController | undefined;
        start(url: string): Promise<Response> {
          this.#controller?.abort();
          this.#controller = new AbortController();
          return fetch(url, { signal: this.#controller.signal });
        }
        restart(url: string): Promise<Response> {
          this.#controller?.abort();
          this.#prepare();
          return fetch(url, { signal: this.#controller?.signal ?? null });
        }
        #prepare(): void {
          console.log('again');
        }
      }
    `,
  },
  'a constant that becomes a variable': {
    invalid: `
      const current = new AbortController();
      export function search(url: string): Promise<Response> {
        current.abort();
        ~~~~~~~~~~~~~~~ after
        return fetch(url, { signal: current.signal });
      }
    `,
    valid: `
      const current = new AbortController();
      export function search(url: string, isLast: boolean): Promise<Response> {
        if (isLast) {
          current.abort();
          throw new Error('no more');
        }
        return fetch(url, { signal: current.signal });
      }
    `,
  },
  'one time limit for all turns of a loop, beside one for each': {
    invalid: `
      export async function ping(urls: string[]): Promise<number> {
        let count = 0;
        const controller = new AbortController();
        for (const url of urls) {
          const timer = setTimeout(() => { controller.abort(); }, 1000);
                                           ~~~~~~~~~~~~~~~~~~ loop
          try {
            await fetch(url, { signal: controller.signal });
            count += 1;
          } catch {
            console.warn(url);
          } finally {
            clearTimeout(timer);
          }
        }
        return count;
      }
    `,
    valid: `
      export async function ping(urls: string[]): Promise<number> {
        let count = 0;
        for (const url of urls) {
          const controller = new AbortController();
          const timer = setTimeout(() => { controller.abort(); }, 1000);
          try {
            await fetch(url, { signal: controller.signal });
            count += 1;
          } catch {
            console.warn(url);
          } finally {
            clearTimeout(timer);
          }
        }
        return count;
      }
    `,
  },
  'a loop that goes on after a failure, beside one that ends': {
    valid: `
      export async function ping(urls: string[]): Promise<void> {
        const controller = new AbortController();
        for (const url of urls) {
          const timer = setTimeout(() => { controller.abort(); }, 1000);
          try {
            await fetch(url, { signal: controller.signal });
          } catch (error) {
            console.warn(url);
            throw error;
          } finally {
            clearTimeout(timer);
          }
        }
      }
    `,
  },
  'a controller that the class gives away': {
    valid: `
      declare function register(controller: AbortController): void;
      export class Feed {
        #controller = new AbortController();
        start(url: string): Promise<Response> {
          register(this.#controller);
          return fetch(url, { signal: this.#controller.signal });
        }
        stop(): void {
          this.#controller.abort();
        }
      }
    `,
  },
  'pause and resume, in plain JavaScript': {
    language: 'js',
    invalid: `
      export class Player {
        constructor() {
          this.controller = new AbortController();
        }
        resume() {
          this.load('/next');
        }
        pause() {
          this.controller.abort();
          ~~~~~~~~~~~~~~~~~~~~~~~ restart
        }
        load(url) {
          return fetch(url, { signal: this.controller.signal });
        }
      }
    `,
    valid: `
      export class Player {
        constructor() {
          this.controller = new AbortController();
        }
        resume() {
          this.load('/next');
        }
        pause() {
          this.controller.abort();
          this.controller = new AbortController();
        }
        load(url) {
          return fetch(url, { signal: this.controller.signal });
        }
      }
    `,
  },
  'a controller of one call is aborted in its own way': {
    valid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        try {
          return await (await fetch(url, { signal: controller.signal })).text();
        } finally {
          controller.abort();
        }
      }
    `,
  },
  'a test': {
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      it('fails at once', async () => {
        const controller = new AbortController();
        controller.abort();
        await fetch('/', { signal: controller.signal }).catch(() => undefined);
      });
    `,
  },
  'all that is under way is cancelled, beside a stop for good': {
    language: 'js',
    invalid: `
      export class Client {
        #controller = new AbortController();
        load(url) {
          return fetch(url, { signal: this.#controller.signal });
        }
        cancelAll() {
          this.#controller.abort();
          ~~~~~~~~~~~~~~~~~~~~~~~~ restart
        }
      }
    `,
    valid: `
      export class Client {
        #controller = new AbortController();
        load(url) {
          return fetch(url, { signal: this.#controller.signal });
        }
        stop() {
          this.#controller.abort();
        }
      }
      export class Loader {
        #controller = new AbortController();
        load(url) {
          return fetch(url, { signal: this.#controller.signal });
        }
        cancelAll() {
          this.#controller.abort();
          this.#controller = new AbortController();
        }
      }
    `,
  },
  'work behind the abort, beside cleanup behind it, which no-aborted-signal-in-cleanup reports': {
    invalid: `
      const controller = new AbortController();
      export async function restart(): Promise<void> {
        controller.abort();
        ~~~~~~~~~~~~~~~~~~ after
        await fetch('https://example.com/hello', { signal: controller.signal });
      }
    `,
    valid: `
      const controller = new AbortController();
      process.once('SIGTERM', async () => {
        controller.abort();
        await fetch('https://example.com/bye', { signal: controller.signal });
      });
    `,
  },
  'a controller that is made only where there is none, beside one that is taken away': {
    invalid: `
      let recording: AbortController | undefined;
      export function startRecording(url: string): Promise<Response> {
        if (!recording) recording = new AbortController();
        return fetch(url, { signal: recording.signal });
      }
      export function stopRecording(): void {
        if (recording) recording.abort();
                       ~~~~~~~~~~~~~~~~~ restart
      }
    `,
    valid: `
      let recording: AbortController | undefined;
      export function startRecording(url: string): Promise<Response> {
        if (!recording) recording = new AbortController();
        return fetch(url, { signal: recording.signal });
      }
      export function stopRecording(): void {
        if (recording) recording.abort();
        recording = undefined;
      }
    `,
  },
  'a field that the start fills once, beside one that is asked for its signal': {
    invalid: `
      export class Feed {
        #controller: AbortController | undefined;
        start(url: string): Promise<Response> {
          this.#controller ??= new AbortController();
          return fetch(url, { signal: this.#controller.signal });
        }
        stop(): void {
          this.#controller?.abort();
          ~~~~~~~~~~~~~~~~~~~~~~~~~ restart
        }
      }
    `,
    valid: `
      export class Call {
        #controller: AbortController | undefined;
        get signal(): AbortSignal {
          this.#controller ??= new AbortController();
          return this.#controller.signal;
        }
        stop(): void {
          this.#controller?.abort();
        }
      }
    `,
  },
  'a field that is emptied where the wait before succeeds, beside finally': {
    invalid: `
      export class Poller {
        #controller: AbortController | undefined;
        async start(url: string): Promise<void> {
          if (this.#controller) throw new Error('It runs already.');
          this.#controller = new AbortController();
          await fetch(url, { signal: this.#controller.signal });
        }
        async stop(confirm: () => Promise<void>): Promise<void> {
          this.#controller?.abort();
          await confirm();
          this.#controller = undefined;
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreset
        }
      }
    `,
    valid: `
      export class Poller {
        #controller: AbortController | undefined;
        async start(url: string): Promise<void> {
          if (this.#controller) throw new Error('It runs already.');
          this.#controller = new AbortController();
          await fetch(url, { signal: this.#controller.signal });
        }
        async stop(confirm: () => Promise<void>): Promise<void> {
          this.#controller?.abort();
          try {
            await confirm();
          } finally {
            this.#controller = undefined;
          }
        }
      }
    `,
  },
  'a task that fails by the abort itself, beside one whose failure is caught': {
    invalid: `
      export class Watcher {
        start(run) {
          this.controller ??= new AbortController();
          this.task = run(this.controller.signal);
        }
        async end() {
          if (this.controller) this.controller.abort();
          await this.task;
          this.controller = null;
          ~~~~~~~~~~~~~~~~~~~~~~ unreset
        }
      }
    `,
    valid: `
      export class Watcher {
        start(run) {
          this.controller ??= new AbortController();
          this.task = run(this.controller.signal);
        }
        async end() {
          if (this.controller) this.controller.abort();
          await this.task.catch(() => undefined);
          this.controller = null;
        }
      }
    `,
    language: 'js',
  },
  'a start that makes a new one whatever was there': {
    valid: `
      export class Bot {
        #controller: AbortController | undefined;
        async start(url: string): Promise<void> {
          this.#controller = new AbortController();
          await fetch(url, { signal: this.#controller.signal });
        }
        async stop(confirm: () => Promise<void>): Promise<void> {
          this.#controller?.abort();
          await confirm();
          this.#controller = undefined;
        }
      }
    `,
  },
  'a class that can be started again, beside one that has ended for good': {
    invalid: `
      export class Pump {
        #controller = new AbortController();
        #running = false;
        start(): Promise<Response> {
          this.#running = true;
          return fetch('/events', { signal: this.#controller.signal });
        }
        stop(): void {
          if (!this.#running) return;
          this.#running = false;
          this.#controller.abort();
          ~~~~~~~~~~~~~~~~~~~~~~~~ restart
        }
      }
    `,
    valid: `
      export class Pump {
        #controller = new AbortController();
        #stopped = false;
        start(): Promise<Response> {
          return fetch('/events', { signal: this.#controller.signal });
        }
        stop(): void {
          if (this.#stopped) return;
          this.#stopped = true;
          this.#controller.abort();
        }
      }
    `,
  },
});
