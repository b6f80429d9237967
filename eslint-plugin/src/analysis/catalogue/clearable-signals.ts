import { lookupIn, type Lookup } from './lookup.js';

/** A call that makes a signal of others, and leaves listeners on them until it is told that the work is over. */
export interface ClearableSignal {
  /** As in {@link CancellableApi}. */
  readonly module: string;
  /** As in {@link CancellableApi}. */
  readonly path: string;
  /** The method that takes the listeners off: of the signal itself, or of its maker, which is given the signal. */
  readonly clear: string;
  readonly clearedBy: 'signal' | 'maker';
}

/** What these leave behind is said in the versions named. */
const clearables: readonly ClearableSignal[] = [
  { module: 'any-signal', path: 'anySignal', clear: 'clear', clearedBy: 'signal' }, // any-signal 4.2.0
  {
    module: '@libp2p/utils',
    path: 'AdaptiveTimeout#getTimeoutSignal',
    clear: 'cleanUp',
    clearedBy: 'maker',
  }, // @libp2p/utils 7.4.1
];

/** @returns how the signal that a call makes has to be cleared; undefined where nobody has to */
export const findClearableSignal: Lookup<ClearableSignal> = lookupIn(clearables);
