import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-abort-assertion.js';

const load = `
      declare function load(signal: AbortSignal): Promise<string>;`;

testRule(rule, {
  'a test that asserts nothing, beside one that asserts the rejection': {
    invalid: `
      import assert from 'node:assert/strict';
      import { test } from 'node:test';${load}
      test('stops', async () => {
        const controller = new AbortController();
        const loading = load(controller.signal);
        controller.abort();
        ~~~~~~~~~~~~~~~~ unasserted
        await loading;
      });
    `,
    valid: `
      import assert from 'node:assert/strict';
      import { test } from 'node:test';${load}
      test('stops', async () => {
        const controller = new AbortController();
        const loading = load(controller.signal);
        controller.abort();
        await assert.rejects(loading);
      });
    `,
  },
  'an assertion by expect': {
    invalid: `
      import { expect, it } from 'vitest';${load}
      it('stops', async () => {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 1);
                           ~~~~~~~~~~~~~~~~ unasserted
        await load(controller.signal);
      });
    `,
    valid: `
      import { expect, it } from 'vitest';${load}
      it('stops', async () => {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 1);
        await expect(load(controller.signal)).rejects.toThrow();
      });
    `,
  },
  'a promise that is awaited behind the abort': {
    invalid: `
      import { expect, it } from 'vitest';
      import { load } from './load.js';
      it('stops', async () => {
        const controller = new AbortController();
        const loading = load(controller.signal);
        controller.abort();
        ~~~~~~~~~~~~~~~~ unasserted
        await loading;
      });
    `,
    valid: `
      import { expect, it } from 'vitest';
      import { load, loads } from './load.js';
      it('stops', async () => {
        const controller = new AbortController();
        const loading = load(controller.signal);
        controller.abort();
        await loading;
        expect(loads).toBe(0);
      });
    `,
  },
  'a test without an end, beside one with a catch that is counted': {
    invalid: `
      const { it } = require('node:test');
      const { load } = require('./load');
      it('stops', function () {
        const controller = new AbortController();
        load(controller.signal).catch(() => {});
        controller.abort();
        ~~~~~~~~~~~~~~~~ unasserted
      });
    `,
    valid: `
      const { it } = require('node:test');
      const { load } = require('./load');
      it('stops', function (t, done) {
        const controller = new AbortController();
        load(controller.signal).catch(() => done());
        controller.abort();
      });
    `,
    language: 'js',
  },
  'a helper of the file, beside one that asserts': {
    invalid: `
      import { test } from 'node:test';${load}
      async function run(signal: AbortSignal): Promise<void> {
        await load(signal);
      }
      test('stops', async () => {
        const controller = new AbortController();
        const running = run(controller.signal);
        controller.abort('enough');
        ~~~~~~~~~~~~~~~~ unasserted
        await running;
      });
    `,
    valid: `
      import { test } from 'node:test';${load}
      async function run(signal: AbortSignal): Promise<void> {
        const text = await load(signal);
        if (text !== '') throw new Error('not empty');
      }
      test('stops', async () => {
        const controller = new AbortController();
        const running = run(controller.signal);
        controller.abort('enough');
        await running;
      });
    `,
  },
  'a helper from elsewhere that is called like an assertion': {
    valid: `
      import { test } from 'node:test';
      import { expectStopped } from './stopped.js';
      test('stops', async () => {
        const controller = new AbortController();
        controller.abort();
        await expectStopped(controller.signal);
      });
    `,
  },
  'a test of nothing that happens': {
    valid: `
      import { test } from 'node:test';${load}
      test('does not mind an abort', async () => {
        const controller = new AbortController();
        controller.abort();
        await load(controller.signal);
      });
    `,
  },
  'an abort in teardown': {
    valid: `
      import { test } from 'node:test';${load}
      test('loads', async () => {
        const controller = new AbortController();
        try {
          await load(controller.signal);
        } finally {
          controller.abort();
        }
      });
    `,
  },
  'a program, and what is no controller': {
    valid: `${load}
      declare function test(name: string, body: () => Promise<void>): void;
      test('stops', async () => {
        const controller = new AbortController();
        controller.abort();
        await load(controller.signal);
      });
    `,
  },
  'a request of another kind': {
    valid: `
      import { test } from 'node:test';
      test('stops', () => {
        const request = new XMLHttpRequest();
        request.abort();
      });
    `,
  },
  'a context that may assert': {
    valid: `
      import { test } from 'node:test';${load}
      test('stops', async (t) => {
        const controller = new AbortController();
        controller.abort();
        t.plan(1);
        await load(controller.signal);
      });
    `,
  },
  'a field of the suite': {
    valid: `
      import { test } from 'node:test';${load}
      const suite = { controller: new AbortController() };
      test('stops', async () => {
        suite.controller.abort();
        await load(suite.controller.signal).then(() => { throw new Error('loaded'); }, () => undefined);
      });
    `,
  },
});
