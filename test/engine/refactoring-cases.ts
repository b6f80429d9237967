/** Code at whose cursor, `‸`, a refactoring is offered, and the nearest code at whose cursor it is not. */
export interface RefactoringCase {
  fits: string;
  beside?: string;
  language?: 'ts' | 'tsx' | 'js';
  types?: boolean;
  /** What our rules find only because the function has a signal now. */
  uncovers?: string[];
}

const work = `declare function work(name: string, options?: { retries?: number; signal?: AbortSignal }): Promise<string>;\n`;

/** "Pass `signal`". */
export const passingCases: Record<string, RefactoringCase> = {
  'a call without options, beside one that has the signal': {
    fits: `export async function load(url: string, signal: AbortSignal) {\n  return await fet‸ch(url);\n}\n`,
    beside: `export async function load(url: string, signal: AbortSignal) {\n  return await fet‸ch(url, { signal });\n}\n`,
  },
  'a call with options, beside options that cannot be looked into': {
    fits: `export async function load(url: string, signal: AbortSignal) {\n  return await fetch(url, { meth‸od: 'POST' });\n}\n`,
    beside: `export async function load(url: string, signal: AbortSignal, init: RequestInit) {\n  return await fetch(url, in‸it);\n}\n`,
  },
  'a function of the file that takes one, beside one that takes none': {
    fits: `${work}export async function load(signal: AbortSignal) {\n  return await work('‸a', { retries: 3 });\n}\n`,
    beside: `declare function work(name: string): Promise<string>;\nexport async function load(signal: AbortSignal) {\n  await fetch('/', { signal });\n  return await work('‸a');\n}\n`,
  },
  'a call that a comment silences, beside one out of the signal’s reach': {
    fits: `/* eslint-disable */\n/* cancellation-disable */\nexport async function load(url: string, signal: AbortSignal) {\n  return await ‸fetch(url);\n}\n`,
    beside: `export async function other(signal: AbortSignal) {\n  await fetch('/', { signal });\n}\nexport async function load(url: string) {\n  return await ‸fetch(url);\n}\n`,
  },
  'a signal among the options, beside one that is used up': {
    fits: `export async function load(url: string, options: { signal?: AbortSignal }) {\n  return await fetch(‸url);\n}\n`,
    beside: `export async function load(url: string, options: { signal?: AbortSignal }) {\n  try {\n    await fetch(url, options);\n  } finally {\n    await fetch(‸url, { method: 'DELETE' });\n  }\n}\n`,
  },
  'the outer call at the cursor in an argument, beside the cursor in a callback': {
    fits: `export async function load(url: URL, signal: AbortSignal) {\n  return await fetch(url.toStr‸ing());\n}\n`,
    beside: `${work}export async function load(signal: AbortSignal) {\n  return await work('a', { get retries() { return Math.ma‸x(1, 2); } });\n}\n`,
  },
  'JavaScript, beside a call that is let go': {
    language: 'js',
    fits: `/**\n * @param {string} url\n * @param {AbortSignal} signal\n */\nexport async function load(url, signal) {\n  return await f‸etch(url);\n}\n`,
    beside: `/**\n * @param {string} url\n * @param {AbortSignal} signal\n */\nexport async function load(url, signal) {\n  void f‸etch(url);\n  return await fetch(url, { signal });\n}\n`,
  },
  'a file without types, beside a call that nobody knows': {
    types: false,
    fits: `export async function load(url: string, signal: AbortSignal) {\n  return await ‸fetch(url);\n}\n`,
    beside: `${work}export async function load(signal: AbortSignal) {\n  return await w‸ork('a');\n}\n`,
  },
  'a call between the children of an element, beside the element': {
    language: 'tsx',
    fits: `export async function page(signal: AbortSignal) {\n  return <p>{await fe‸tch('/')}</p>;\n}\n`,
    beside: `export async function page(signal: AbortSignal) {\n  return <‸p>{await fetch('/')}</p>;\n}\n`,
  },
  'a call of several lines, beside a spread that may bring a signal': {
    fits: `export async function load(url: string, signal: AbortSignal) {\n  return await fetch(\n    ‸url,\n    {\n      method: 'POST',\n    },\n  );\n}\n`,
    beside: `export async function load(url: string, signal: AbortSignal, more: RequestInit) {\n  return await fetch(\n    ‸url,\n    { ...more },\n  );\n}\n`,
  },
  'a field of the class, beside a method that stops the work': {
    fits: `export class Loader {\n  readonly #signal: AbortSignal;\n  constructor(signal: AbortSignal) {\n    this.#signal = signal;\n  }\n  async load(url: string) {\n    return await fet‸ch(url);\n  }\n}\n`,
    beside: `export class Loader {\n  readonly #signal: AbortSignal;\n  constructor(signal: AbortSignal) {\n    this.#signal = signal;\n  }\n  async close(url: string) {\n    await fet‸ch(url, { method: 'DELETE' });\n  }\n}\n`,
  },
  'two calls on a line, at the second, beside the first that has it': {
    fits: `export async function load(signal: AbortSignal) {\n  return await Promise.all([fetch('/a', { signal }), fe‸tch('/b')]);\n}\n`,
    beside: `export async function load(signal: AbortSignal) {\n  return await Promise.all([fet‸ch('/a', { signal }), fetch('/b')]);\n}\n`,
  },
};

/** "Add a `signal` parameter and use it". */
export const addingCases: Record<string, RefactoringCase> = {
  'a function with a use for it, beside one without': {
    fits: `export async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
    beside: `export async function lo‸ad(url: string) {\n  return await Promise.resolve(url);\n}\n`,
  },
  'the keyword, beside the body': {
    fits: `as‸ync function load(url: string): Promise<Response> {\n  return fetch(url);\n}\nawait load('/');\n`,
    beside: `async function load(url: string): Promise<Response> {\n  return fe‸tch(url);\n}\nawait load('/');\n`,
  },
  'a constant, beside one whose type stands elsewhere': {
    fits: `export const lo‸ad = async (url: string) => await fetch(url);\n`,
    beside: `export const lo‸ad: (url: string) => Promise<Response> = async (url) => await fetch(url);\n`,
  },
  'no parameters at all, beside a signal': {
    fits: `export async function lo‸ad<T extends (value: unknown) => boolean>() {\n  return await fetch('/');\n}\n`,
    beside: `export async function lo‸ad(signal?: AbortSignal) {\n  return await fetch('/');\n}\n`,
  },
  'an arrow function with a bare name, beside a callback': {
    language: 'js',
    fits: `export const lo‸ad = async url => await fetch(url);\n`,
    beside: `export const all = (urls) => Promise.all(urls.map(as‸ync url => await fetch(url)));\n`,
  },
  'several calls and a closure, beside a name that is taken': {
    fits: `${work}export async function lo‸ad(names: string[]) {\n  const response = await fetch('/');\n  await Promise.all(names.map(async (name) => await work(name, { retries: 1 })));\n  return response;\n}\n`,
    beside: `export async function lo‸ad(code: number) {\n  const signal = code - 128;\n  await fetch(\`/\${signal}\`);\n}\n`,
  },
  'options whose type stands there, beside options with a name for theirs': {
    fits: `export async function lo‸ad(url: string, options: { retries: number }) {\n  await fetch(url);\n  return options.retries;\n}\n`,
    beside: `interface Options { retries: number }\nexport async function lo‸ad(url: string, options: Options) {\n  await fetch(url);\n  return options.retries;\n}\n`,
  },
  'options that are taken apart, beside ones with a rest': {
    fits: `export async function lo‸ad(url: string, { retries }: { retries?: number } = {}) {\n  await fetch(url);\n  return retries;\n}\n`,
    beside: `export async function lo‸ad(url: string, { retries, ...rest }: { retries?: number; mode?: RequestMode }) {\n  await fetch(url, rest);\n  return retries;\n}\n`,
  },
  'a file whose functions take a bare signal, beside a rest of parameters': {
    fits: `export async function other(url: string, signal?: AbortSignal) {\n  return await fetch(url, { signal });\n}\nexport async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
    beside: `export async function lo‸ad(...urls: string[]) {\n  return await fetch(urls.join());\n}\n`,
  },
  'a method, beside one that the class above may call': {
    fits: `export class Loader {\n  async lo‸ad(url: string) {\n    return await fetch(url);\n  }\n}\n`,
    beside: `declare class Base { load(url: string): Promise<Response> }\nexport class Loader extends Base {\n  override async lo‸ad(url: string) {\n    return await fetch(url);\n  }\n}\n`,
  },
  'a private method of such a class, beside one that is handed on': {
    fits: `export class Loader extends EventTarget {\n  async #lo‸ad(url: string) {\n    return await fetch(url);\n  }\n  first = this.#load('/');\n}\n`,
    beside: `export class Loader {\n  async lo‸ad(url: string) {\n    return await fetch(url);\n  }\n  all(urls: string[]) {\n    return urls.map(this.load);\n  }\n}\n`,
  },
  'a method of an object, beside an object that is handed on': {
    fits: `export const api = {\n  async lo‸ad(url: string) {\n    return await fetch(url);\n  },\n};\n`,
    beside: `declare function register(api: object): void;\nconst api = {\n  async lo‸ad(url: string) {\n    return await fetch(url);\n  },\n};\nregister(api);\n`,
  },
  'a function that is only called, beside one that is handed on': {
    fits: `async function lo‸ad(url: string) {\n  return await fetch(url);\n}\nexport const both = () => Promise.all([load('/a'), load('/b')]);\n`,
    beside: `async function lo‸ad(url: string) {\n  return await fetch(url);\n}\nexport const all = (urls: string[]) => Promise.all(urls.map(load));\n`,
  },
  'a promise without the keyword, beside a value': {
    fits: `export function lo‸ad(url: string): Promise<Response> {\n  return fetch(url);\n}\n`,
    beside: `export function lo‸ad(url: string) {\n  void fetch(url);\n  return url;\n}\n`,
  },
  'parameters on lines of their own, beside an overload': {
    fits: `export async function lo‸ad(\n  url: string,\n  method: string, // such as POST\n) {\n  return await fetch(url, { method });\n}\n`,
    beside: `export function load(url: string): Promise<Response>;\nexport function load(url: URL): Promise<Response>;\nexport async function lo‸ad(url: string | URL) {\n  return await fetch(url);\n}\n`,
  },
  'an asynchronous generator, beside a name that a framework calls': {
    fits: `export async function* pa‸ges(url: string) {\n  for (let page = 1; ; page++) yield await fetch(\`\${url}?page=\${page}\`);\n}\n`,
    beside: `export async function GE‸T(from: { url: string }) {\n  return await fetch(from.url);\n}\n`,
  },
  'JavaScript with a comment that names all parameters, beside one that types the function': {
    language: 'js',
    fits: `/**\n * Loads it.\n *\n * @param {string} url where from\n *   it comes\n * @returns {Promise<Response>}\n */\nexport async function lo‸ad(url) {\n  return await fetch(url);\n}\n`,
    beside: `/** @type {(url: string) => Promise<Response>} */\nexport const lo‸ad = async (url) => await fetch(url);\n`,
  },
  'JavaScript with a comment of one line, beside a browser’s call of a server': {
    language: 'js',
    fits: `  /** @param {string} url */\n  export async function lo‸ad(url) {\n    return await fetch(url);\n  }\n`,
    beside: `'use server';\n/** @param {string} url */\nexport async function lo‸ad(url) {\n  return await fetch(url);\n}\n`,
  },
  'JavaScript with a comment of words, beside the use of all arguments': {
    language: 'js',
    fits: `/** Loads it. */\nexport async function lo‸ad() {\n  return await fetch('/');\n}\n`,
    beside: `/** Loads it. */\nexport async function lo‸ad() {\n  return await fetch(arguments[0]);\n}\n`,
  },
  'JavaScript with options that are taken apart, beside a comment that has their type': {
    language: 'js',
    types: false,
    fits: `export async function lo‸ad(url, { retries }) {\n  await fetch(url);\n  return retries;\n}\n`,
    beside: `/**\n * @param {string} url\n * @param {{ retries: number }} options\n */\nexport async function lo‸ad(url, { retries }) {\n  await fetch(url);\n  return retries;\n}\n`,
  },
  'JavaScript that somebody types, beside options that are taken apart without a type': {
    language: 'js',
    fits: `export async function lo‸ad(/** @type {string} */ url) {\n  return await fetch(url);\n}\n`,
    beside: `export async function lo‸ad(/** @type {string} */ url, { retries }) {\n  await fetch(url);\n  return retries;\n}\n`,
  },
  'a file without types, beside what is handed to a handler': {
    types: false,
    fits: `export async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
    beside: `export async function lo‸ad(request: { url: string }) {\n  return await fetch(request.url);\n}\n`,
  },
  'a function that swallows what comes of it, beside a default export': {
    fits: `export async function lo‸ad(url: string) {\n  try {\n    return await fetch(url);\n  } catch {\n    return undefined;\n  }\n}\n`,
    beside: `export default async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
    uncovers: ['cancellation/no-swallowed-abort'],
  },
};
