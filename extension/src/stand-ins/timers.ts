import delay from 'delay';

/** For `node:timers/promises` in a browser. @throws the signal's reason when it aborts */
export function setTimeout<Value>(
  milliseconds: number,
  value: Value,
  options: { signal?: AbortSignal } = {},
): Promise<Value> {
  return delay(milliseconds, { ...options, value });
}

/** Waits for a turn of the event loop, in which messages arrive. */
export function setImmediate(): Promise<void> {
  return delay(0);
}
