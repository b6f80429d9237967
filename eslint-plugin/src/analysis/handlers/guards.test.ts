import { expect, it } from 'vitest';
import { analysed } from '../../../../test/support/analysed-code.js';
import { judge } from './guards.js';
import { type Verdict } from './verdicts.js';

const received = 'function f(signal: AbortSignal, own = AbortSignal.timeout(1)) { try {} catch (e) { if (';

it.each<[string, Verdict['value'], Verdict['recognises']]>([
  ['signal.aborted', true, 'yes'],
  ['!signal.aborted', false, 'yes'],
  ["e.name === 'AbortError'", true, 'yes'],
  ["e.name !== 'AbortError'", false, 'yes'],
  ["e?.code === 'ABORT_ERR'", true, 'yes'],
  ["e instanceof Error && e.name === 'AbortError'", true, 'yes'],
  ["typeof e === 'object' && e !== null && e.name === 'AbortError'", true, 'yes'],
  ["['AbortError', 'TimeoutError'].includes(e.name)", true, 'yes'],
  ['/abort/i.test(e.message)', true, 'yes'],
  ['isAbortError(e)', true, 'yes'],
  ['axios.isCancel(e)', true, 'yes'],
  ['e === signal.reason', true, 'yes'],
  ['e instanceof DOMException', true, 'yes'],
  ['e instanceof CanceledError', true, 'yes'],
  ['this.aborted', true, 'yes'],
  ['signal.aborted || attempt > 3', true, 'yes'],
  ['signal.aborted && quiet', undefined, 'maybe'],
  ["e.name === 'TimeoutError'", undefined, 'maybe'],
  ['isRetryable(e)', undefined, 'maybe'],
  ['e instanceof HttpError', false, 'no'],
  ["e.code === 'ENOENT'", false, 'no'],
  ['e.status === 404', false, 'no'],
  ['e', true, 'no'],
  ['attempt > 3', undefined, 'no'],
  ['quiet', undefined, 'no'],
])('%s', (test, value, recognises) => {
  const { model, node } = analysed(`${received}${test}) throw e; } }`);
  expect(judge(model, node(test), new Set(['e']))).toEqual({ value, recognises });
});

it('an own timeout tells nothing of the caller', () => {
  const code =
    'function f() { const own = AbortSignal.timeout(1); try {} catch (e) { if (own.aborted) throw e; } }';
  const { model, node } = analysed(code);
  expect(judge(model, node('own.aborted'), new Set(['e']))).toEqual({
    value: undefined,
    recognises: 'maybe',
  });
});
