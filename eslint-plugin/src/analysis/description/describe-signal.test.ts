import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/support/analysed-code.js';
import { describeSignal } from './describe-signal.js';
import type { AbortCause, AbortMoment, FunctionName, Maker, SignalDescription, Use } from './facts.js';

/** Describes what stands behind the `«` of a text, one word a fact, with the line of its place. */
function described(text: string, isTyped = false): Record<string, unknown> | undefined {
  const { model } = analysed(text.replace('«', ''), isTyped);
  const description = describeSignal(model, text.indexOf('«'));
  return description && summary(description);
}

function summary({ kind, name, makers, causes, uses, gaps }: SignalDescription): Record<string, unknown> {
  return {
    is: `${kind} ${name}`,
    makers: makers.map((maker) => `${makerText(maker)}${lineOf(maker)}`),
    causes: causes.map((cause) => `${causeText(cause)}${lineOf(cause)}`),
    uses: uses.map((use) => `${useText(use)}${lineOf(use)}`),
    ...(gaps.length > 0 && { gaps: gaps.map((gap) => `${gap.name}${lineOf(gap)}`) }),
  };
}

function lineOf(about: object): string {
  return 'node' in about ? `:${(about.node as { loc: { start: { line: number } } }).loc.start.line}` : '';
}

function makerText(maker: Maker): string {
  switch (maker.kind) {
    case 'timeout':
      return `timeout ${String(maker.delay)}`;
    case 'combined':
      return `combined ${maker.parts.join('+')}`;
    case 'parameter': {
      const calls = maker.calls.map((call) => call.loc.start.line);
      return `${maker.text} of ${ownerText(maker.owner)} called [${calls.join()}]`;
    }
    case 'call':
      return maker.text;
    case 'import':
      return `${maker.name} from ${maker.module}`;
    default:
      return maker.kind;
  }
}

function ownerText({ kind, name }: FunctionName): string {
  return kind === 'function' ? name : `${kind} ${name}`.trim();
}

function causeText(cause: AbortCause): string {
  switch (cause.kind) {
    case 'caller':
      return `caller of ${ownerText(cause.owner)}`;
    case 'timeout':
      return `timeout ${String(cause.delay)}`;
    case 'abort':
      return `${cause.text} ${cause.moment ? momentText(cause.moment) : 'at once'}`;
    case 'holder':
      return `holder ${cause.name}`.trim();
    default:
      return cause.kind;
  }
}

function momentText(moment: AbortMoment): string {
  switch (moment.kind) {
    case 'timer':
      return `after ${String(moment.delay)}`;
    case 'process':
      return `on ${moment.events.join('+')}`;
    case 'event':
      return `on ${moment.event} of ${String(moment.target)}`;
    case 'relay':
      return `with ${moment.signal}`;
    case 'function':
      return `in ${ownerText(moment.owner)}`;
  }
}

function useText({ kind, name, as, within }: Use): string {
  return [kind, name, as && `as ${as}`, within && `in ${within}`].filter(Boolean).join(' ');
}

const cases: [string, string, Record<string, unknown>][] = [
  [
    'a controller of the module that two process signals abort',
    `const «controller = new AbortController();
process.once('SIGINT', () => controller.abort());
process.once('SIGTERM', stop);
function stop() { controller.abort(); }
void load('x', { signal: controller.signal });`,
    {
      is: 'controller controller',
      makers: ['controller:1'],
      causes: ['controller.abort() on SIGINT:2', 'controller.abort() on SIGTERM:4'],
      uses: ['call load:5'],
    },
  ],
  [
    'its signal, by the member',
    `const controller = new AbortController();
void load(controller.«signal);`,
    { is: 'signal controller.signal', makers: ['controller:1'], causes: ['nothing'], uses: ['call load:2'] },
  ],
  [
    'a controller that is handed on itself, and may be aborted there',
    `export function start() {
  const «controller = new AbortController();
  link(controller);
  return controller.signal;
}`,
    {
      is: 'controller controller',
      makers: ['controller:2'],
      causes: ['holder link:3'],
      uses: ['call link:3', 'returned start:4'],
    },
  ],
  [
    'a controller that a timer, an event and a method abort',
    `class Job {
  #«controller = new AbortController();
  start(socket) {
    setTimeout(() => this.#controller.abort(), 500);
    socket.on('close', () => this.#controller.abort());
    socket.onerror = () => { this.#controller.abort(); };
    return fetch('', { signal: this.#controller.signal });
  }
  stop() { this.#controller.abort(); }
}`,
    {
      is: 'controller this.#controller',
      makers: ['controller:2'],
      causes: [
        'this.#controller.abort() after 500:4',
        'this.#controller.abort() on close of socket:5',
        'this.#controller.abort() on error of socket:6',
        'this.#controller.abort() in stop:9',
      ],
      uses: ['call fetch:7'],
    },
  ],
  [
    'the method that is itself the callback of a timer and of a listener',
    `const c = new AbortController();
setTimeout(c.abort.bind(c), 100);
process.on('SIGINT', c.abort);
load(«c.signal);`,
    {
      is: 'controller c',
      makers: ['controller:1'],
      causes: ['c.abort() after 100:2', 'c.abort() on SIGINT:3'],
      uses: ['call load:4'],
    },
  ],
  [
    'a timeout',
    `const «limit = AbortSignal.timeout(5000);
await fetch('', { signal: limit });`,
    { is: 'signal limit', makers: ['timeout 5000:1'], causes: ['timeout 5000:1'], uses: ['call fetch:2'] },
  ],
  [
    'a timeout where it is made',
    `await fetch('', { signal: AbortSignal.«timeout(ms) });`,
    {
      is: 'signal AbortSignal.timeout(ms)',
      makers: ['timeout undefined:1'],
      causes: ['timeout undefined:1'],
      uses: ['call fetch:1'],
    },
  ],
  [
    'a parameter, with the calls of its function, a check, a listener and a call that lacks it',
    `async function load(url: string, «signal: AbortSignal) {
  signal.throwIfAborted();
  signal.addEventListener('abort', () => {});
  await fetch(url);
  if (signal.aborted) throw signal.reason;
}
load('a', one);
load('b', other);`,
    {
      is: 'signal signal',
      makers: ['signal of load called [7,8]:1'],
      causes: ['caller of load'],
      uses: [
        'check throwIfAborted:2',
        'listener signal.addEventListener:3',
        'check aborted:5',
        'check reason:5',
      ],
      gaps: ['fetch:4'],
    },
  ],
  [
    'a destructured parameter under another name',
    `const load = ({ signal: «stop }: { signal: AbortSignal }) => fetch('', { signal: stop });`,
    {
      is: 'signal stop',
      makers: ['stop of load called []:1'],
      causes: ['caller of load'],
      uses: ['call fetch:1'],
    },
  ],
  [
    'a member of an option, which goes on in the whole option',
    `async function load(options: { signal?: AbortSignal }) {
  options.«signal?.throwIfAborted();
  log(Object.keys(options));
  await run(options);
  await run({ ...options, retries: 1 });
}`,
    {
      is: 'signal options.signal',
      makers: ['options.signal of load called []:1'],
      causes: ['caller of load'],
      uses: ['check throwIfAborted:2', 'call run in options:4', 'call run in options:5'],
    },
  ],
  [
    'what a signal is combined into',
    `async function load(url: string, { «signal }: { signal: AbortSignal }) {
  const combined = AbortSignal.any([signal, AbortSignal.timeout(10)]);
  await fetch(url, { signal: combined });
}`,
    {
      is: 'signal signal',
      makers: ['signal of load called []:1'],
      causes: ['caller of load'],
      uses: ['combined combined:2', 'call fetch as combined:3'],
    },
  ],
  [
    'a combined signal and its parts',
    `async function load(url: string, { signal }: { signal: AbortSignal }) {
  const own = new AbortController();
  const combined = AbortSignal.any([signal, own.signal, AbortSignal.timeout(10)]);
  setTimeout(() => { own.abort(); }, 20);
  await fetch(url, { signal: «combined });
}`,
    {
      is: 'signal combined',
      makers: [
        'combined signal+own.signal+AbortSignal.timeout(10):3',
        'signal of load called []:1',
        'controller:2',
        'timeout 10:3',
      ],
      causes: ['caller of load', 'timeout 10:3', 'own.abort() after 20:4'],
      uses: ['call fetch:5'],
    },
  ],
  [
    'a signal that continues in a controller',
    `function load(«signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener('abort', () => own.abort(signal.reason));
  return fetch('', { signal: own.signal });
}`,
    {
      is: 'signal signal',
      makers: ['signal of load called []:1'],
      causes: ['caller of load'],
      uses: ['relayed own:3', 'check reason:3', 'call fetch as own.signal:4'],
    },
  ],
  [
    'the controller that it continues in',
    `function load(signal: AbortSignal) {
  const «own = new AbortController();
  signal.addEventListener('abort', () => own.abort(signal.reason));
  return fetch('', { signal: own.signal });
}`,
    {
      is: 'controller own',
      makers: ['controller:2'],
      causes: ['own.abort() with signal:3'],
      uses: ['call fetch:4'],
    },
  ],
  [
    'a field that the constructor was given',
    `class Client {
  constructor(private readonly signal: AbortSignal) {}
  get(url: string) { return fetch(url, { signal: this.«signal }); }
}
new Client(stop);`,
    {
      is: 'signal this.signal',
      makers: ['signal of constructor Client called [5]:2'],
      causes: ['caller of constructor Client'],
      uses: ['kept this.signal:2', 'call fetch:3'],
    },
  ],
  [
    'a field where it is declared',
    `class Client {
  readonly #«signal;
  constructor(signal: AbortSignal) { this.#signal = signal; }
  get(url: string) { return fetch(url, { signal: this.#signal }); }
}`,
    {
      is: 'signal this.#signal',
      makers: ['signal of constructor Client called []:3'],
      causes: ['caller of constructor Client'],
      uses: ['kept this.#signal:3', 'call fetch:4'],
    },
  ],
  [
    'a parameter of a callback',
    `import { run } from './run.js';
run(async («signal: AbortSignal) => { await fetch('', { signal }); });`,
    {
      is: 'signal signal',
      makers: ['signal of callback run called []:2'],
      causes: ['caller of callback run'],
      uses: ['call fetch:2'],
    },
  ],
  [
    'an imported signal',
    `import { stopSignal as signal } from './stop.js';
if («signal.aborted) stop();`,
    {
      is: 'signal signal',
      makers: ['stopSignal from ./stop.js'],
      causes: [],
      uses: ['check aborted:2'],
    },
  ],
  [
    'one of two',
    `function load(signal?: AbortSignal) {
  const «s = signal ?? AbortSignal.timeout(10);
  return fetch('', { signal: s });
}`,
    {
      is: 'signal s',
      makers: ['signal of load called []:1', 'timeout 10:2'],
      causes: ['caller of load', 'timeout 10:2'],
      uses: ['call fetch:3'],
    },
  ],
  [
    'a controller that was handed over',
    `function run(«abortController: AbortController) {
  abortController.abort();
  return fetch('', { signal: abortController.signal });
}`,
    {
      is: 'controller abortController',
      makers: ['abortController of run called []:1'],
      causes: ['caller of run', 'abortController.abort() in run:2'],
      uses: ['call fetch:3'],
    },
  ],
  [
    'a controller from a list, of which nothing else is known',
    `function stopAll(jobs: { abortController: AbortController }[]) {
  for (const { «abortController } of jobs) run(abortController.signal);
  for (const other of jobs) return other;
}`,
    { is: 'controller abortController', makers: [], causes: [], uses: ['call run:2'] },
  ],
  [
    'a controller that the function returns, and tests',
    `function start() {
  let controller;
  controller ??= new AbortController();
  if (controller.abort && controller.signal.throwIfAborted) return «controller;
}`,
    {
      is: 'controller controller',
      makers: ['controller:3'],
      causes: ['holder:4'],
      uses: ['returned start:4'],
    },
  ],
  [
    'a private method, and the calls of it',
    `class Job {
  async run() { await this.#load(stop); }
  async #load(«signal: AbortSignal) { await fetch('', { signal }); }
}`,
    {
      is: 'signal signal',
      makers: ['signal of #load called [2]:3'],
      causes: ['caller of #load'],
      uses: ['call fetch:3'],
    },
  ],
];

describe('what is known of a signal', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(described(text)).toEqual(expected);
    // Types add what is not named; they take nothing away.
    expect(described(text, true)).toMatchObject({ is: expected.is, makers: expected.makers });
  });
});

describe('with types', () => {
  it.each([
    [
      'a signal of any name',
      'declare const «quit: AbortSignal;\nawait fetch("", { signal: quit });',
      'signal quit',
    ],
    [
      'a controller of any name',
      'declare const «quit: AbortController;\nawait fetch("", { signal: quit.signal });',
      'controller quit',
    ],
  ])('%s', (_, text, is) => {
    expect(described(text)).toBeUndefined();
    expect(described(text, true)).toMatchObject({ is, uses: ['call fetch:2'] });
  });
});

describe('of what is no signal, nothing', () => {
  it.each([
    ['a name alone', 'function f(«signal) { use(signal); }'],
    ['a POSIX signal name', "process.on('SIGTERM', («signal) => { log(`got ${signal}`); });"],
    ['the member of a signal', 'function f(signal: AbortSignal) { return signal.«aborted; }'],
    ['the method of a controller', 'const c = new AbortController(); c.«abort();'],
    ['a type', 'function f(signal: «AbortSignal) { signal.throwIfAborted(); }'],
    ['the class', "import { «AbortController } from './polyfill.js'; new AbortController().abort();"],
    ['a flag', "import { «supportsAbortSignal } from './features.js'; if (supportsAbortSignal) go();"],
    ['a keyword', '«const signal = AbortSignal.timeout(1);'],
    ['a text', "const signal = AbortSignal.timeout(1); log('«signal');"],
    ['another stream’s controller', 'new ReadableStream({ pull(«controller) { controller.close(); } });'],
  ])('%s', (_, text) => {
    expect(described(text)).toBeUndefined();
    expect(described(text, true)).toBeUndefined();
  });
});
