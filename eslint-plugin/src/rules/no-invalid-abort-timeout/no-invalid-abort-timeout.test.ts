import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-invalid-abort-timeout.js';

testRule(rule, {
  'never, beside the longest delay there is': {
    invalid: `
      export const never = AbortSignal.timeout(Infinity);
                                               ~~~~~~~~ throws
      export const hardlyEver = AbortSignal.timeout(Number.MAX_SAFE_INTEGER);
                                                    ~~~~~~~~~~~~~~~~~~~~~~~ throws
    `,
    valid: `
      export const late = AbortSignal.timeout(2_147_483_647);
    `,
  },
  'more than a timer can wait, beside three weeks': {
    invalid: `
      export const month = AbortSignal.timeout(30 * 24 * 60 * 60 * 1000);
                                               ~~~~~~~~~~~~~~~~~~~~~~~~ atOnce
    `,
    valid: `
      export const weeks = AbortSignal.timeout(21 * 24 * 60 * 60 * 1000);
    `,
  },
  'below nothing, beside nothing': {
    invalid: `
      export const early = AbortSignal.timeout(-1);
                                               ~~ throws
    `,
    valid: `
      export const now = AbortSignal.timeout(0);
    `,
  },
  'a fraction, beside a whole number': {
    invalid: `
      export const precise = AbortSignal.timeout(0.5);
                                                 ~~~ throws
    `,
    valid: `
      export const half = AbortSignal.timeout(0.5 * 1000);
    `,
  },
  'no number, beside an unknown one': {
    invalid: `
      export const none = AbortSignal.timeout(NaN);
                                              ~~~ throws
    `,
    valid: `
      export const some = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds);
    `,
  },
  'through a constant, beside a variable': {
    invalid: `
      const seconds = 2.5;
      const limit = seconds * 1000.1;
      export const signal = globalThis.AbortSignal.timeout(limit);
                                                           ~~~~~ throws
    `,
    valid: `
      let limit = -1;
      if (Date.now() > 0) limit = 1000;
      export const signal = AbortSignal.timeout(limit);
    `,
  },
  'a jitter, beside one that is rounded': {
    invalid: `
      export const signal = AbortSignal.timeout(1000 + Math.random() * 100);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~ fraction
      export const other = AbortSignal.timeout(Math.max(1000, Math.random() * 2000));
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fraction
    `,
    valid: `
      declare function jitter(random: number): number;
      export const signal = AbortSignal.timeout(1000 + Math.floor(Math.random() * 100));
      export const other = AbortSignal.timeout((Math.random() * 2000) | 0);
      export const third = AbortSignal.timeout(jitter(Math.random()));
    `,
  },
  'a combination of nothing, beside one of a list': {
    invalid: `
      export const signal = AbortSignal.any([]);
                            ~~~~~~~~~~~~~~~~~~~ nothing
    `,
    valid: `
      export const combine = (signals: AbortSignal[]): AbortSignal => AbortSignal.any([...signals]);
    `,
  },
  'the platform, beside another object': {
    valid: `
      declare const clock: { timeout(milliseconds: number): void };
      clock.timeout(-1);
    `,
  },
  'an argument that is spread, and none': {
    language: 'js',
    valid: `
      export const limit = (...delays) => AbortSignal.timeout(...delays);
      export const none = () => AbortSignal.timeout();
    `,
  },
  'a comment in the delay is not lost': {
    invalid: `
      export const signal = AbortSignal.timeout(30 * 24 * 60 * 60 * /* ms */ 1000);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ atOnce
    `,
  },
  'plain JavaScript': {
    language: 'js',
    invalid: `
      fetch('/', { signal: AbortSignal.timeout(2 ** 31) });
                                               ~~~~~~~ atOnce
    `,
    valid: `
      fetch('/', { signal: AbortSignal.timeout(2 ** 31 - 1) });
    `,
  },
});
