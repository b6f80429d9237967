import { describe, expect, it } from 'vitest';
import { EndCount } from '../../extension/src/end-count.js';

const minute = 60_000;

describe('a server that ends by itself', () => {
  it('is left alone after five times within three minutes', () => {
    const ends = new EndCount();
    const answers = [0, 10, 20, 30, 3 * minute - 1].map((now) => ends.add(now));
    expect(answers).toEqual([false, false, false, false, true]);
  });

  it('is started again where that takes longer', () => {
    const ends = new EndCount();
    const answers = [0, 10, 20, 30, 3 * minute, 3 * minute + 1].map((now) => ends.add(now));
    expect(answers).toEqual([false, false, false, false, false, false]);
    expect(ends.add(3 * minute + 2)).toBe(false);
    expect(ends.add(3 * minute + 3)).toBe(true);
  });
});
