import { nameWords } from './name-words.js';

/** Verbs that release something, alone (`close`) or with what they release (`closeAll`, `releaseLock`). */
const releases = new Set(
  'close destroy dispose release unlock disconnect quit stop shutdown teardown cleanup rollback flush unlink rm rmdir rimraf unsubscribe unlisten terminate kill drain restore free cancel detach deregister unregister unmount purge revoke revert'.split(
    ' ',
  ),
);

/** Verbs in two words, as in `tearDown`. */
const phrases = new Set(['shut down', 'tear down', 'clean up', 'roll back']);

/** Verbs that say too little without one of these objects: `endOf`, `abort`, the `delete` of a Map, the `remove` of an element. */
const releasesOnly = new Map([
  ['end', /^(?:|all|session|transaction|connections?|pool|client|stream|span|process|server)$/],
  ['abort', /^(?:transaction|multipart upload|upload)$/],
  ['finalize', /^(?:|all)$/],
  ['finalise', /^(?:|all)$/],
  ['delete', /./],
  [
    'remove',
    /\b(?:temp|tmp|temporary|files?|dirs?|directory|directories|folders?|recursive|locks?|leases?|containers?|sandbox|workspace|worktree|volumes?|networks?|images?|sessions?|sockets?|connections?|servers?|workers?|processes|artifacts?|snapshots?|buckets?|databases?|db|branch|jobs?|resources?)$/,
  ],
]);

/** Words before the verb that only say how: `safeClose`, `forceStop`, `runCleanup`. */
const manners = new Set(
  'safe safely force forceful forcefully graceful gracefully try do perform run async quietly silently'.split(
    ' ',
  ),
);

/** Last words of what is taken out of memory, a text or a page, not released. */
const notReleased = new Set(
  'property properties listener listeners handler handlers callback callbacks observer observers child children attribute attributes class classes key keys item items prefix suffix whitespace whitespaces duplicate duplicates at index element elements node nodes style styles accents trailing leading undefined null empty extension query param params char chars character characters row rows column columns selection first last to from of with propagation bubble frame frames sync token by if header headers metadata cookie cookies value values tag text url'.split(
    ' ',
  ),
);

/**
 * @param name the name of a function or method
 * @returns true where it says that something is released: `close`, `releaseLock`, `deleteTempFolder`; false for what only sounds so
 *   (`stopPropagation`, `removeListener`), for classes and for calls that end in `Sync`
 */
export function isCleanupName(name: string): boolean {
  if (/^[A-Z]/.test(name)) return false;
  const words = nameWords(name);
  const verbAt = words.length > 1 && manners.has(words[0] ?? '') ? 1 : 0;
  const [verb = '', ...object] = words.slice(verbAt);
  if (object.length > 0 && notReleased.has(object.at(-1) ?? '')) return false;
  if (releases.has(verb) || phrases.has(`${verb} ${object[0] ?? ''}`)) return true;
  return releasesOnly.get(verb)?.test(object.join(' ')) ?? false;
}
