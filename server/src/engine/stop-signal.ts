/** What stops a check: an AbortSignal, or what stands for one in another thread. */
export type StopSignal = Pick<AbortSignal, 'aborted' | 'throwIfAborted'>;
