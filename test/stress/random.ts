/** Numbers that look random, and are the same each time for a seed and a step. */
export class Random {
  #state: number;

  constructor(seed: number, step: number) {
    this.#state = Math.imul(seed ^ Math.imul(step + 1, 0x9e3779b1), 0x85ebca6b);
  }

  /** @returns a number from 0 up to, and without, 1, by the generator called mulberry32 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @returns a whole number from 0 up to, and without, the limit */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  isLucky(chance: number): boolean {
    return this.next() < chance;
  }

  /** @returns one of a list, which is not empty */
  pick<Item>(list: readonly Item[]): Item {
    return list[this.below(list.length)] as Item;
  }

  /** @returns one of the names, each as often as its number says */
  weighted<Name extends string>(weights: Record<Name, number>): Name {
    const entries = Object.entries(weights) as [Name, number][];
    return this.pick(entries.flatMap(([name, weight]) => Array.from({ length: weight }, () => name)));
  }
}
