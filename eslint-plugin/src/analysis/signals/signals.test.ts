import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/support/analysed-code.js';
import { findSignal, type Ownership } from './signals.js';

describe('who owns a signal', () => {
  it.each<[string, string, string, Ownership]>([
    ['a local controller', 'const c = new AbortController(); use(c.signal);', 'c.signal', 'owned'],
    ['its destructured signal', 'const { signal } = new AbortController(); use(signal);', 'signal', 'owned'],
    ['a timeout', 'const signal = AbortSignal.timeout(5); use(signal);', 'signal', 'owned'],
    ['an annotated parameter', 'function f(signal: AbortSignal) { use(signal); }', 'signal', 'received'],
    ['one of any name', 'function f(stop: AbortSignal) { use(stop); }', 'stop', 'received'],
    [
      'a member of any name',
      'function f({ stop }: { stop?: AbortSignal }) { use(stop); }',
      'stop',
      'received',
    ],
    [
      'one of any name that is used as nothing else can be',
      'function f(stop) { stop.throwIfAborted(); use(stop); }',
      'stop',
      'received',
    ],
    ['an optional one', 'function f(signal?: AbortSignal | null) { use(signal); }', 'signal', 'received'],
    [
      'a parameter that is tested',
      'function f(signal) { if (signal.aborted) use(signal); }',
      'signal',
      'received',
    ],
    [
      'a parameter that fetch gets',
      'function f(signal) { fetch("", { signal }); use(signal); }',
      'signal',
      'received',
    ],
    [
      'a destructured option',
      'function f({ signal }: { signal?: AbortSignal }) { use(signal); }',
      'signal',
      'received',
    ],
    [
      'a member of an option',
      'function f(o) { o.signal?.throwIfAborted(); use(o.signal); }',
      'o.signal',
      'received',
    ],
    [
      'an interface of the file',
      'interface O { signal?: AbortSignal } function f(o: O) { use(o.signal); }',
      'o.signal',
      'received',
    ],
    [
      'JSDoc',
      '/** @param {AbortSignal} signal */\nfunction f(signal) { use(signal); }',
      'signal',
      'received',
    ],
    [
      'a combination with a received one',
      'function f(signal: AbortSignal) { const s = AbortSignal.any([signal, AbortSignal.timeout(5)]); use(s); }',
      's',
      'received',
    ],
    [
      'a default',
      'function f(signal: AbortSignal = AbortSignal.timeout(5)) { use(signal); }',
      'signal',
      'received',
    ],
    [
      'a field from a constructor parameter',
      'class A { #signal; constructor(signal: AbortSignal) { this.#signal = signal; } m() { if (this.#signal.aborted) use(this.#signal); } }',
      'this.#signal',
      'received',
    ],
    [
      'a parameter property',
      'class A { constructor(private readonly signal: AbortSignal) {} m() { use(this.signal); } }',
      'this.signal',
      'received',
    ],
    [
      'a controller field',
      'class A { c = new AbortController(); m() { use(this.c.signal); } }',
      'this.c.signal',
      'owned',
    ],
    [
      'a controller that relays a received signal',
      "function f(signal: AbortSignal) { const c = new AbortController(); signal.addEventListener('abort', () => c.abort()); use(c.signal); }",
      'c.signal',
      'received',
    ],
    [
      'the signal of a controller that was handed over',
      'function f(controller: AbortController) { use(controller.signal); }',
      'controller.signal',
      'unknown',
    ],
    [
      'an imported signal',
      "import { signal } from '../stop.js'; if (signal.aborted) use(signal);",
      'signal',
      'unknown',
    ],
    [
      'one of two',
      'function f(signal?: AbortSignal) { const s = signal ?? new AbortController().signal; use(s); }',
      's',
      'received',
    ],
  ])('%s', (_, code, text, ownership) => {
    const { model, node } = analysed(code);
    expect(findSignal(model, node(text))?.ownership).toBe(ownership);
  });
});

describe('what is no signal', () => {
  it.each([
    ['a name alone', 'function f(signal) { use(signal); }'],
    [
      'a POSIX signal name',
      "function f(signal) { if (signal === 'SIGTERM') use(signal); fetch('', { signal }); }",
    ],
    ['an interpolated name', 'function f(signal) { log(`got ${signal}`); use(signal); }'],
    ['what kill gets', 'function f(signal) { child.kill(signal); use(signal); }'],
    ['a UI framework’s signal', 'function f(signal) { signal.value = 1; use(signal); }'],
    ['a string parameter', 'function f(signal: string) { use(signal); }'],
  ])('%s', (_, code) => {
    const { model, node } = analysed(code);
    expect(findSignal(model, node('signal', 'Identifier'))).toBeUndefined();
  });
});

describe('types', () => {
  it('know a signal under any name', () => {
    const { model, node } = analysed('declare const token: AbortSignal; console.log(token);', true);
    expect(findSignal(model, node('token', 'Identifier'))).toBeDefined();
  });

  it('rule out what only looks like one', () => {
    const code =
      'interface S { aborted: string } function f(signal: S) { if (signal.aborted) console.log(signal); }';
    expect(findSignal(analysed(code, true).model, analysed(code, true).node('signal'))).toBeUndefined();
  });

  it('leave `any` to the syntax', () => {
    const { model, node } = analysed(
      'function f(signal: any) { if (signal.aborted) console.log(signal); }',
      true,
    );
    expect(findSignal(model, node('signal', 'Identifier'))?.ownership).toBe('received');
  });
});

it('knows two names of one signal', () => {
  const { model, node } = analysed(
    'function f(o: { signal: AbortSignal }) { const s = o.signal; use(s, o.signal); }',
  );
  const [alias, member] = [findSignal(model, node('s')), findSignal(model, node('o.signal'))];
  expect(alias?.identity).toBeDefined();
  expect(alias?.identity).toBe(member?.identity);
});
