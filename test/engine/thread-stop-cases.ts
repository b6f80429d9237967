import { calledIn, load, type ThreadCase } from './thread-case.js';

/** Where it comes no further, or not even so far. */
export const threadStopCases: Record<string, ThreadCase> = {
  'the entry points: nobody calls them, or the module itself does': {
    files: calledIn(
      `import { load } from './load.js';\nexport async function run() {\n  return await load('/a');\n}\nawait load('/b');\nasync function local() {\n  return await load('/c');\n}\nawait local();\n`,
    ),
    stops: ['run is called by nothing in the project'],
  },
  'handlers and callbacks, which others call': {
    files: calledIn(
      `import { load } from './load.js';\nasync function fill() {\n  return await load('/a');\n}\naddEventListener('click', fill);\naddEventListener('click', () => load('/b'));\nsetInterval(async () => {\n  await load('/c');\n}, 1000);\nexport const later = () => Promise.resolve('/d').then((url) => load(url));\n`,
    ),
    stops: [
      'fill is handed on as a value there, so that others say what it is given',
      'later is called by nothing in the project',
    ],
  },
  'a function that is mapped over': {
    files: calledIn(
      `import { load } from './load.js';\nexport async function run(signal: AbortSignal, urls: string[]) {\n  return await Promise.all(urls.map(load));\n}\n`,
    ),
    trouble: /`load` is handed on as a value there, .*main\.ts, line 3/,
  },
  'a caller that is handed to then': {
    files: calledIn(
      `import { load } from './load.js';\nasync function page(name: string) {\n  return await load(name);\n}\nexport async function run(signal: AbortSignal) {\n  await page('a');\n  return await Promise.resolve('b').then(page);\n}\n`,
    ),
    stops: ['page is handed on as a value there, so that others say what it is given'],
  },
  'bind, call and apply': {
    files: calledIn(
      `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load.call(undefined, '/a');\n}\n`,
    ),
    trouble: /`load` is handed on as a value there/,
  },
  'more arguments than parameters': {
    files: {
      'load.ts': `export async function lo‸ad(url = '/') {\n  return await fetch(url);\n}\n`,
      'main.js': `import { load } from './load.js';\n/** @param {AbortSignal} signal @param {[string]} urls */\nexport async function run(signal, urls) {\n  return await load(...urls);\n}\n`,
    },
    trouble: /may be given more arguments there than it takes/,
  },
  overloads: {
    files: {
      'load.ts': `export function load(url: string): Promise<Response>;\nexport function load(url: URL): Promise<Response>;\nexport async function load(url: string | URL) {\n  return await get(String(url));\n}\nasync function g‸et(url: string) {\n  return await fetch(url);\n}\n`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('/a');\n}\n`,
    },
    stops: ['load is declared there, too'],
  },
  'defaults, optional parameters and rests': {
    files: {
      'load.ts': `export async function lo‸ad(url: string, retries?: number, mode: RequestMode = 'cors') {\n  return await fetch(url, { mode, headers: { retries: String(retries) } });\n}\n`,
      'main.ts': `import { load } from './load.js';\nasync function all(...urls: string[]) {\n  return await Promise.all(urls.map((url) => load(url, 3)));\n}\nexport async function run(signal: AbortSignal) {\n  await all('/a');\n  await load('/b');\n  await load('/c', 1, 'no-cors');\n}\n`,
    },
    stops: ['all has no place for a signal, or no use for one'],
  },
  'options whose type stands there, and ones with a type of their own': {
    files: {
      'load.ts': `export async function lo‸ad(url: string, options: { retries?: number } = {}) {\n  return [await fetch(url), options.retries];\n}\n`,
      'main.ts': `import { load } from './load.js';\ninterface PageOptions { retries?: number }\nasync function page(name: string, options: PageOptions) {\n  return await load(name, { retries: options.retries ?? 1 });\n}\nasync function part({ name }: { name: string }) {\n  return await load(name);\n}\nexport async function run({ signal }: { signal: AbortSignal }) {\n  await page('a', {});\n  await part({ name: 'b' });\n  await load('c', { retries: 2 });\n}\n`,
    },
    stops: ['page has no place for a signal, or no use for one'],
  },
  'an interface, a class above and a class below': {
    files: {
      'store.ts': `interface Source { get(key: string): Promise<unknown> }\nasync function lo‸ad(key: string) {\n  return await fetch(key);\n}\nexport class Store implements Source {\n  async get(key: string) {\n    return await load(key);\n  }\n  async first() {\n    return await load('first');\n  }\n  async last() {\n    return await load('last');\n  }\n  async free() {\n    return await load('free');\n  }\n}\nexport class Cache extends Store {\n  override async first() {\n    return await super.first();\n  }\n  async second() {\n    return await load('second');\n  }\n}\n`,
      'main.ts': `import { Cache, Store } from './store.js';\nexport async function run(signal: AbortSignal, cache: Cache) {\n  await cache.get('a');\n  await cache.first();\n  await cache.second();\n  await cache.last();\n  await cache.free();\n}\nexport class Other extends Store {\n  override last = async () => new Response();\n}\n`,
    },
    stops: ['get is declared there, too', 'first is declared there, too', 'last is declared there, too'],
  },
  'a method of an object, and of one that is handed on': {
    files: {
      'load.ts': load,
      'api.ts': `import { load } from './load.js';\nexport const api = {\n  async user(id: string) {\n    return await load(id);\n  },\n};\nexport const other = {\n  async user(id: string) {\n    return await load(id);\n  },\n};\n`,
      'main.ts': `import { api, other } from './api.js';\ndeclare function register(what: object): void;\nexport async function run(signal: AbortSignal) {\n  await api.user('a');\n  await other.user('b');\n  register(other);\n}\n`,
    },
    stops: ['user belongs to an object that is handed on'],
  },
  'recursion in turns, and one that nobody else calls': {
    files: {
      'walk.ts': `async function lo‸ad(url: string) {\n  return await fetch(url);\n}\nexport async function odd(count: number): Promise<void> {\n  await load('/odd');\n  if (count > 0) await even(count - 1);\n}\nexport async function even(count: number): Promise<void> {\n  await load('/even');\n  if (count > 0) await odd(count - 1);\n}\nexport async function alone(count: number): Promise<void> {\n  await load('/alone');\n  if (count > 0) await alone(count - 1);\n}\n`,
      'main.ts': `import { odd } from './walk.js';\nexport async function run(signal: AbortSignal) {\n  await odd(3);\n}\n`,
    },
    stops: ['alone is called by nothing in the project'],
  },
  'types that look at the parameters': {
    files: calledIn(
      `import { load } from './load.js';\nexport type Given = Parameters<typeof load>;\nexport async function run(signal: AbortSignal, given: Given) {\n  return await load(given[0]);\n}\n`,
    ),
    trouble: /handed on as a value there/,
  },
  'a function that a dynamic import gives': {
    files: calledIn(
      `export async function run(signal: AbortSignal) {\n  const { load } = await import('./load.js');\n  return await load('/a');\n}\n`,
    ),
    trouble: /handed on as a value there/,
  },
  'elements and their handlers': {
    files: {
      'load.ts': load,
      'view.tsx': `import { load } from './load.js';\ndeclare global { namespace JSX { interface IntrinsicElements { button: { onClick?: () => void } } } }\nexport function View({ signal }: { signal: AbortSignal }) {\n  async function save() {\n    await load('/save');\n  }\n  async function open() {\n    await load('/open');\n  }\n  return <button onClick={save}>{String(open())}</button>;\n}\nexport async function Page({ name }: { name: string }) {\n  await load(name);\n  return <button onClick={() => load('/click')} />;\n}\nexport const pages = async () => [await Page({ name: 'a' })];\n`,
    },
    stops: [
      'save is handed on as a value there, so that others say what it is given',
      'Page has no place for a signal, or no use for one',
    ],
  },
  decorators: {
    files: {
      'load.ts': load,
      'store.ts': `import { load } from './load.js';\nfunction cached(method: (key: string) => Promise<Response>, _context: ClassMethodDecoratorContext) {\n  return method;\n}\nexport class Store {\n  @cached\n  async get(key: string) {\n    return await load(key);\n  }\n}\n`,
      'main.ts': `import { Store } from './store.js';\nexport async function run(signal: AbortSignal, store: Store) {\n  await store.get('a');\n}\n`,
    },
    stops: ['get has no place for a signal, or no use for one'],
  },
  'Node’s own modules': {
    files: {
      'load.cjs': `/** @param {string} url */\nasync function lo‸ad(url) {\n  return await fetch(url);\n}\nmodule.exports = { load };\n`,
      'main.cjs': `const { load } = require('./load.cjs');\n/** @param {AbortSignal} signal */\nasync function run(signal) {\n  return await load('/a');\n}\nmodule.exports = { run };\n`,
    },
    trouble: /handed on as a value there/,
  },
  'a generated function': {
    files: {
      'load.ts': `// Auto-generated, do not edit.\n${load}`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('/a');\n}\n`,
    },
    trouble: /This file is generated/,
  },
  'a name that is taken': {
    files: calledIn(
      `import { load } from './load.js';\nasync function page(signal: string) {\n  return await load(signal);\n}\nexport async function run(signal: AbortSignal) {\n  return await page('a');\n}\n`,
    ),
    stops: ['page has no place for a signal, or no use for one'],
  },
  'nothing to change': {
    files: {
      'load.ts': `export async function lo‸ad(url: string, signal?: AbortSignal) {\n  return await fetch(url, { signal });\n}\n`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('/a', signal);\n}\n`,
    },
    trouble: /There is nothing to change/,
  },
};
