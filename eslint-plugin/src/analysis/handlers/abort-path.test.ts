import { expect, it } from 'vitest';
import { analysed } from '../../../../test/support/analysed-code.js';
import { abortExits } from './abort-path.js';

/** The ways out of a handler in short: the kind, `?` for an abort that nobody recognised, `+` for a kept error. */
function exitsOf(body: string): string[] {
  const code = `async function f(signal: AbortSignal) { for (;;) { try { await g({ signal }); } catch (e) { ${body} } } }`;
  const { model, node } = analysed(code);
  const clause = node(`catch (e) { ${body} }`, 'CatchClause');
  const exits = abortExits(model, clause) ?? [];
  return exits.map(
    ({ kind, recognised, isErrorKept }) =>
      `${kind}${recognised === 'no' ? '?' : ''}${isErrorKept ? '+' : ''}`,
  );
}

it.each<[string, string[]]>([
  ['', ['end?']],
  ['return 1;', ['return?']],
  ['throw e;', ['throw?+']],
  ['console.error(e);', ['end?']],
  ['last = e;', ['end?+']],
  ['reject(e);', ['end?+']],
  ['if (signal.aborted) throw e; return 1;', ['throw+']],
  ['if (!signal.aborted) return 1; throw e;', ['throw+']],
  ["if (e.code === 'ENOENT') return 1; throw e;", ['throw?+']],
  ['if (left > 0) continue; throw e;', ['continue?', 'throw?+']],
  ['signal.throwIfAborted(); return 1;', ['throw?']],
  ['await delay(1, { signal });', ['throw?']],
  ['process.exit(1);', ['stop?']],
  ["switch (e.name) { case 'AbortError': throw e; default: return 1; }", ['throw+']],
  ["switch (e.code) { case 'ENOENT': return 1; default: throw e; }", ['throw?+']],
  ['switch (mode) { case 1: return 1; } throw e;', ['return?', 'throw?+']],
  ['try { await undo(); } catch { return 1; } throw e;', ['return?', 'throw?+']],
  ['try { undo(); } finally { return 1; }', ['return?']],
  ['for (const x of xs) { if (x) break; } return 1;', ['return?']],
  ['return signal.aborted ? reject(e) : 1;', ['return+']],
  ['signal.aborted && fail(e); ', ['end+']],
  ['items.forEach(() => report(e));', ['end?+']],
])('%s', (body, exits) => {
  expect(exitsOf(body)).toEqual(exits);
});

it('does not grow with the number of branches', () => {
  const branches = Array.from(
    { length: 40 },
    (_, index) => `if (isA${String(index)}(e)) b${String(index)} = 1;`,
  );
  expect(exitsOf(branches.join(' '))).toEqual(['end']);
});
