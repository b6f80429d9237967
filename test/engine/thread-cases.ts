import { calledIn, load, type ThreadCase } from './thread-case.js';

/** Where the signal comes to all who call the function. */
export const threadCases: Record<string, ThreadCase> = {
  'callers over three files, up to one that has a signal': {
    hasCrlfTwin: true,
    files: {
      'load.ts': load,
      'pages.ts': `import { load } from './load.js';\nexport const page = async (name: string) => await load(\`/\${name}\`);\nexport async function pages(names: string[]) {\n  return await Promise.all(names.map((name) => page(name)));\n}\n`,
      'main.ts': `import { pages } from './pages.js';\nexport async function run(options: { signal: AbortSignal }) {\n  return await pages(['a', 'b']);\n}\n`,
    },
  },
  'a function that takes a signal already': {
    files: {
      'load.ts': `export async function lo‸ad(url: string, options: { signal?: AbortSignal } = {}) {\n  return await fetch(url, options);\n}\n`,
      'main.ts': `import { load } from './load.js';\nasync function both() {\n  return [await load('/a'), await load('/b', {})];\n}\nexport async function run(signal: AbortSignal) {\n  return await both();\n}\n`,
    },
  },
  'a call that lacks a signal': {
    files: {
      'load.ts': `export async function load(url: string) {\n  return await fet‸ch(url);\n}\n`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('/a');\n}\n`,
    },
  },
  'a controller of the caller’s own': {
    files: calledIn(
      `import { load } from './load.js';\nexport function start() {\n  const controller = new AbortController();\n  const done = load('/a').then(() => 'done');\n  return { done, stop: () => controller.abort() };\n}\nexport async function both() {\n  const controller = new AbortController();\n  addEventListener('pagehide', () => controller.abort());\n  return await load('/b');\n}\n`,
    ),
  },
  'a file whose functions take a bare signal': {
    files: {
      'load.ts': `export async function other(url: string, signal?: AbortSignal) {\n  return await fetch(url, { signal });\n}\nexport async function lo‸ad(url: string, retries = 3) {\n  return [await other(url), retries];\n}\n`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('/a');\n}\n`,
    },
  },
  'methods, fields and private ones': {
    hasCrlfTwin: true,
    files: {
      'store.ts': `export class Store {\n  async lo‸ad(key: string) {\n    return await fetch(key);\n  }\n  page = async (name: string) => await this.load(name);\n  async #part(name: string) {\n    return await this.load(name);\n  }\n  async parts(names: string[]) {\n    return await Promise.all(names.map((name) => this.#part(name)));\n  }\n  static async open() {\n    return await new Store().parts(['a']);\n  }\n}\n`,
      'main.ts': `import { Store } from './store.js';\nexport async function run(signal: AbortSignal, store: Store) {\n  await store?.page('a');\n  await store.parts([]);\n  await Store.open();\n}\n`,
    },
  },
  recursion: {
    files: {
      'walk.ts': `export async function wa‸lk(folder: string): Promise<string[]> {\n  const response = await fetch(folder);\n  const names: string[] = JSON.parse(await response.text());\n  return (await Promise.all(names.map((name) => walk(\`\${folder}/\${name}\`)))).flat();\n}\n`,
      'main.ts': `import { walk } from './walk.js';\nexport async function run(signal: AbortSignal) {\n  return await walk('/');\n}\n`,
    },
  },
  'other names, a default export and what is exported again': {
    files: {
      'load.ts': `async function lo‸ad(url: string) {\n  return await fetch(url);\n}\nexport { load as get };\nexport default load;\n`,
      'index.ts': `export { get as fetchPage, default as standard } from './load.js';\nexport * as all from './load.js';\n`,
      'main.ts': `import load from './load.js';\nimport { fetchPage, standard, all } from './index.js';\nimport * as everything from './index.js';\nexport async function run(signal: AbortSignal) {\n  await load('/a');\n  await fetchPage('/b');\n  await standard('/c');\n  await everything.fetchPage('/d');\n  await all.get('/e');\n}\n`,
    },
  },
  'a default export of its own': {
    files: {
      'load.ts': `export default async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
      'main.ts': `import get from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await get('/a');\n}\n`,
    },
  },
  'types that are made of the function': {
    files: calledIn(
      `import { load } from './load.js';\nexport type Page = Awaited<ReturnType<typeof load>>;\nexport async function run(signal: AbortSignal): Promise<Page> {\n  return await load('/a');\n}\n`,
    ),
  },
  generators: {
    files: {
      'load.ts': `export async function* pa‸ges(url: string) {\n  for (let page = 1; ; page++) yield await fetch(\`\${url}?page=\${page}\`);\n}\nexport async function* texts(url: string) {\n  for await (const page of pages(url)) yield await page.text();\n}\nexport async function* all(url: string) {\n  yield* texts(url);\n}\n`,
      'main.ts': `import { all } from './load.js';\nexport async function run(signal: AbortSignal) {\n  for await (const text of all('/')) console.log(text);\n}\n`,
    },
  },
  'JavaScript with comments that name the parameters': {
    hasCrlfTwin: true,
    files: {
      'load.js': `/**\n * Loads it.\n *\n * @param {string} url where from\n */\nexport async function lo‸ad(url) {\n  return await fetch(url);\n}\n\n/** @param {string} name */\nexport const page = async (name) => await load(name);\nexport const first = async () => await page('first');\n`,
      'main.ts': `import { first, page } from './load.js';\nexport async function run(signal: AbortSignal) {\n  await page('a');\n  await first();\n}\n`,
    },
  },
  'JavaScript with a bare parameter, unchecked': {
    files: {
      'load.js': `export const lo‸ad = async url => await fetch(url);\n`,
      'main.js': `import { load } from './load.js';\nconst page = async name => await load(name);\n/** @param {AbortSignal} signal */\nexport async function run(signal) {\n  await page('a');\n}\n`,
    },
    compilerOptions: { checkJs: false },
  },
  'optional members that tell missing from undefined': {
    files: calledIn(
      `import { load } from './load.js';\nasync function page(name: string) {\n  return await load(name);\n}\nexport async function run(signal?: AbortSignal) {\n  return await page('a');\n}\n`,
    ),
    compilerOptions: { exactOptionalPropertyTypes: true },
  },
  'work that is let go, and work that cleans up': {
    files: calledIn(
      `import { load } from './load.js';\nasync function page(signal: AbortSignal) {\n  void load('/log');\n  try {\n    return await load('/a');\n  } finally {\n    await load('/close');\n  }\n}\nasync function logged() {\n  load('/log').catch(() => undefined);\n}\nexport const both = async (signal: AbortSignal) => [await page(signal), await logged()];\n`,
    ),
  },
  'generated files, and declarations': {
    files: {
      'load.ts': load,
      'made.ts': `// @generated by a tool. DO NOT EDIT.\nimport { load } from './load.js';\nexport async function made(signal: AbortSignal) {\n  return await load('/made');\n}\n`,
      'types.d.ts': `import type { load } from './load.js';\nexport declare const result: ReturnType<typeof load>;\n`,
      'main.ts': `import { load } from './load.js';\nimport { made } from './made.js';\nexport async function run(signal: AbortSignal) {\n  await made(signal);\n  return await load('/a');\n}\n`,
    },
  },
  'calls in calls, and arguments on lines of their own': {
    hasCrlfTwin: true,
    files: {
      'load.ts': `export async function lo‸ad(\n  url: string,\n  body: string,\n) {\n  const response = await fetch(url, {\n    body,\n  });\n  return await response.text();\n}\n`,
      'main.ts': `import { load } from './load.js';\nexport async function run(signal: AbortSignal) {\n  return await load(\n    '/a',\n    await load('/b', await load('/c', 'd')),\n  );\n}\n`,
    },
  },
};
