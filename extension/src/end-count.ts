/** So many ends within so many milliseconds are not a mishap any more. */
const limit = { ends: 5, period: 3 * 60_000 };

/** Counts how often the server ends by itself. */
export class EndCount {
  #ends: number[] = [];

  /**
   * Takes note of an end.
   *
   * @param now the time in milliseconds
   * @returns true where the server has ended so often of late that it had better be left alone
   */
  add(now: number): boolean {
    this.#ends = [...this.#ends.filter((end) => now - end < limit.period), now];
    return this.#ends.length >= limit.ends;
  }
}
