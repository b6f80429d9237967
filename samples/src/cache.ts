interface Entry<Value> {
  value: Value;
  expires: number;
}

/** Keeps what was loaded for a while. */
export class Cache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #lifetime: number;

  /** @param lifetime in milliseconds */
  constructor(lifetime: number) {
    this.#lifetime = lifetime;
  }

  async get(
    key: string,
    load: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Value | undefined> {
    const known = this.#entries.get(key);
    if (known && known.expires > Date.now()) return known.value;
    try {
      const value = await load(signal);
      this.#entries.set(key, { value, expires: Date.now() + this.#lifetime });
      return value;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return undefined;
      throw error;
    }
  }
}
