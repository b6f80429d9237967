import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-swallowed-abort.js';

testRule(rule, {
  'a catch that falls out, beside one that rethrows': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<string | undefined> {
        try {
          const response = await fetch(url, { signal });
          return await response.text();
        } catch {
          ~~~~~ swallowed
        }
        return undefined;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        try {
          const response = await fetch(url, { signal });
          return await response.text();
        } catch (error) {
          console.warn('failed', error);
          throw error;
        }
      }
    `,
  },
});
