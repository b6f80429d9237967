import { describe, expect, it } from 'vitest';
import { mentionsOf } from './mentions.js';

function mentioned(text: string): string[] {
  return [...mentionsOf({ text })].sort();
}

describe('what a text mentions', () => {
  it('is found in any case, alone and as a part of a name', () => {
    expect(mentioned('const reAbortable = FETCHER;')).toEqual(['abort', 'fetch']);
  });

  it('includes what a longer text holds', () => {
    expect(mentioned('globalThis.AbortSignal.timeout(5)')).toEqual(['AbortSignal', 'abort', 'signal']);
    expect(mentioned("import queue from 'async/queue';")).toEqual(["'async", 'async']);
  });

  it('is found where one text follows another', () => {
    expect(mentioned('signalAbortFetch')).toEqual(['abort', 'fetch', 'signal']);
  });

  it('is nothing where the text says nothing of the sort', () => {
    expect(mentioned('export const sum = (a, b) => a + b;')).toEqual([]);
  });
});
