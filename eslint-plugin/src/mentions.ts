/**
 * Texts that rules look for in a file, in any case of letters, before they look at anything else. None may begin where another
 * ends, or goes on, in real code: `.abort` would hide the `AbortSignal` of `globalThis.AbortSignal`.
 */
const texts = [
  'abort',
  'aborted',
  'AbortController',
  'AbortSignal',
  'signal',
  'any-signal',
  'cancel',
  'fetch',
  'query',
  'loader',
  'tool',
  'retry',
  '@langchain/core',
  '@ai-sdk/provider',
  '@openai/agents',
  'captureStackTrace',
  'TimeoutError',
  'DOMException',
  'async',
  'finally',
  'using',
  'dispose',
  'teardown',
  '.destroy(',
  'onTest',
  'after(',
  'afterAll',
  'afterEach',
  '.then',
  '.return',
  '.throw',
  'clearTimeout',
  'removeEventListener',
  'Promise.all(',
  'Promise.any',
  'Promise.race',
  'allSettled',
  'ReadableStream',
  'asyncIterator',
  'getReader',
  'p-limit',
  'p-map',
  'p-queue',
  'fastq',
  'async-mutex',
  'bottleneck',
  "'async",
  '"async',
  "'socket",
  '"socket',
  'exit',
  'emit',
  'child_process',
  'KeyboardInterrupt',
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGBREAK',
  'SIGKILL',
  'SIGSTOP',
  'SIGUSR',
] as const;

export type Mention = (typeof texts)[number];

/** What a longer text holds is mentioned with it. */
const mentionedBy = new Map(
  texts.map((text) => [
    text.toLowerCase(),
    texts.filter((other) => text.toLowerCase().includes(other.toLowerCase())),
  ]),
);

const anyText = new RegExp(
  [...texts]
    .sort((one, other) => other.length - one.length)
    .map((text) => text.replaceAll(/[.(]/g, String.raw`\$&`))
    .join('|'),
  'gi',
);

const known = new WeakMap<object, ReadonlySet<Mention>>();

/**
 * The cheapest question about a file: it is searched once for all rules.
 *
 * @param file a file's text, in an object that stands for the file
 * @returns what the text mentions of all that any rule looks for
 */
export function mentionsOf(file: { text: string }): ReadonlySet<Mention> {
  const found = known.get(file) ?? mentionsIn(file.text);
  known.set(file, found);
  return found;
}

function mentionsIn(text: string): ReadonlySet<Mention> {
  const found = new Set((text.match(anyText) ?? []).map((match) => match.toLowerCase()));
  return new Set([...found].flatMap((match) => mentionedBy.get(match) ?? []));
}
