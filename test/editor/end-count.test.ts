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
    const answers = [0, 10, 20, 30, 3 * minute, 3 * minute + 10, 3 * minute + 20].map((now) => ends.add(now));
    expect(answers).not.toContain(true);
    expect(ends.add(3 * minute + 21)).toBe(true);
  });
});
