import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-invalid-concurrency.js';

testRule(rule, {
  'zero, beside one': {
    language: 'js',
    invalid: `
      import pLimit from 'p-limit';
      export const limit = pLimit(0);
                                  ~ never
    `,
    valid: `
      import pLimit from 'p-limit';
      export const limit = pLimit(1);
    `,
  },
  'an option, beside Infinity': {
    language: 'js',
    invalid: `
      import pMap from 'p-map';
      import PQueue from 'p-queue';
      export const run = (items, work) => pMap(items, work, { concurrency: -1, stopOnError: false });
                                                                           ~~ never
      export const queue = new PQueue({ concurrency: 0 });
                                                     ~ never
    `,
    valid: `
      import pMap from 'p-map';
      import PQueue from 'p-queue';
      export const run = (items, work) => pMap(items, work, { concurrency: Infinity });
      export const queue = new PQueue({ concurrency: 4 });
      export const other = new PQueue({ autoStart: false });
    `,
  },
  'text from outside, beside one with a default': {
    language: 'js',
    invalid: `
      import pLimit from 'p-limit';
      const concurrency = Number(process.env.CONCURRENCY);
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ outside
      export const limit = pLimit(concurrency);
      export const other = pLimit(parseInt(process.argv[2], 10));
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ outside
    `,
    valid: `
      import pLimit from 'p-limit';
      const concurrency = Number(process.env.CONCURRENCY) || 4;
      export const limit = pLimit(concurrency);
      export const other = pLimit(Math.max(1, parseInt(process.argv[2] ?? '4', 10)));
      export const third = pLimit(Number(process.env.CONCURRENCY ?? 4));
    `,
  },
  'fewer than the processors, beside at least one': {
    language: 'js',
    invalid: `
      import { cpus, availableParallelism } from 'node:os';
      import pLimit from 'p-limit';
      export const limit = pLimit(cpus().length - 1);
                                  ~~~~~~~~~~~~~~~~~ processors
      export const half = pLimit(Math.floor(availableParallelism() / 2));
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ processors
    `,
    valid: `
      import { cpus } from 'node:os';
      import pLimit from 'p-limit';
      export const limit = pLimit(Math.max(1, cpus().length - 1));
      export const all = pLimit(cpus().length);
    `,
  },
  'a fraction where it is refused, beside where it is not': {
    language: 'js',
    invalid: `
      import pLimit from 'p-limit';
      export const limit = pLimit(2.5);
                                  ~~~ never
    `,
    valid: `
      import PQueue from 'p-queue';
      export const queue = new PQueue({ concurrency: 2.5 });
    `,
  },
  'a limiter that waits forever': {
    language: 'js',
    invalid: `
      import { Semaphore } from 'async-mutex';
      import Bottleneck from 'bottleneck';
      export const semaphore = new Semaphore(0);
                                             ~ never
      export const neck = new Bottleneck({ maxConcurrent: NaN });
                                                          ~~~ never
    `,
    valid: `
      import { Semaphore } from 'async-mutex';
      import Bottleneck from 'bottleneck';
      export const semaphore = new Semaphore(1);
      export const neck = new Bottleneck({ minTime: 0 });
    `,
  },
  'a race of nothing, beside a race of a list': {
    invalid: `
      export const never: Promise<never> = Promise.race([]);
                                           ~~~~~~~~~~~~~~~~ nothing
    `,
    valid: `
      export const first = (list: Promise<string>[]): Promise<string> => Promise.race(list);
      export const all = Promise.all([]);
    `,
  },
  'behind a function, by require': {
    language: 'js',
    invalid: `
      const fastq = require('fastq');
      const async = require('async');
      module.exports = {
        queue: fastq.promise(async (item) => item, 0),
                                                   ~ never
        other: fastq({}, (item, done) => done(), -2),
                                                 ~~ never
        map: (items, work) => async.mapLimit(items, 0, work),
                                                    ~ never
      };
    `,
    valid: `
      const fastq = require('fastq');
      const async = require('async');
      module.exports = {
        queue: fastq.promise(async (item) => item, 2),
        other: fastq({}, (item, done) => done(), 2),
        map: (items, work) => async.mapLimit(items, 2, work),
      };
    `,
  },
  'a function of the same name': {
    language: 'js',
    valid: `
      const pLimit = (count) => count;
      export const limit = pLimit(0);
    `,
  },
  'a limit that is not known': {
    language: 'js',
    valid: `
      import pLimit from 'p-limit';
      export const limited = (concurrency, options) => [pLimit(concurrency), pLimit(...options), pLimit(Number(concurrency))];
    `,
  },
  'options that are overwritten': {
    language: 'js',
    valid: `
      import PQueue from 'p-queue';
      export const queueOf = (options) => new PQueue({ concurrency: 0, ...options });
    `,
  },
  'a comment is not lost': {
    language: 'js',
    invalid: `
      import pLimit from 'p-limit';
      export const limit = pLimit(+process.env.LIMIT /* set by the image */);
                                  ~~~~~~~~~~~~~~~~~~ outside
      export const other = pLimit(Number(/* set by the image */ process.env.LIMIT));
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ outside
    `,
  },
});
