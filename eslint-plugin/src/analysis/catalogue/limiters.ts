import { lookupIn, type Lookup } from './lookup.js';

/** One call or constructor that is told how many things may run at the same time. */
export interface Limiter {
  /** As in {@link CancellableApi}. */
  readonly module: string;
  /** As in {@link CancellableApi}. */
  readonly path: string;
  /** Where the limit may stand: it follows a function, and an object before that may be left out. */
  readonly arguments: readonly number[];
  /** Member of an object in that place which is the limit. */
  readonly option?: string;
  /** What a limit of zero or less does (F22). */
  readonly below: 'throws' | 'hangs';
  /** What a limit that is no number does (F22). */
  readonly notNumber: 'throws' | 'hangs';
  /** Is a fraction refused, too? */
  readonly isWhole: boolean;
}

const usual = { below: 'throws', notNumber: 'throws', isWhole: false } as const;

const asyncLimits = (
  'queue eachLimit eachOfLimit forEachLimit mapLimit mapValuesLimit filterLimit rejectLimit someLimit everyLimit ' +
  'detectLimit concatLimit groupByLimit sortByLimit timesLimit'
).split(' ');

/** Known limiters; each was tried out with 0, -1 and NaN in the version named (F22). */
const limiters: readonly Limiter[] = [
  { module: 'p-limit', path: 'default', arguments: [0], ...usual, option: 'concurrency', isWhole: true }, // p-limit 7.3.3
  { module: 'p-map', path: 'default', arguments: [2], ...usual, option: 'concurrency', isWhole: true }, // p-map 7.1.1
  { module: 'p-queue', path: 'default', arguments: [0], ...usual, option: 'concurrency' }, // p-queue 9.3.5
  { module: 'fastq', path: 'default', arguments: [1, 2], ...usual }, // fastq 1.20.3
  { module: 'fastq', path: 'promise', arguments: [1, 2], ...usual }, // fastq 1.20.3
  { module: 'async-mutex', path: 'Semaphore', arguments: [0], ...usual, below: 'hangs', notNumber: 'hangs' }, // async-mutex 0.5.0
  {
    module: 'bottleneck',
    path: 'default',
    arguments: [0],
    ...usual,
    option: 'maxConcurrent',
    notNumber: 'hangs',
  }, // bottleneck 2.19.5
  ...asyncLimits.map((path) => ({
    module: 'async',
    path,
    arguments: [1],
    ...usual,
    notNumber: 'hangs' as const,
  })), // async 3.2.6
];

/** Finds a limiter. */
export const findLimiter: Lookup<Limiter> = lookupIn(limiters);
