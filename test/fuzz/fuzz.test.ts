import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../support/repository-files.js';
import { examplePrograms } from './example-programs.js';
import { realFiles } from './real-files.js';
import { splicedPrograms } from './spliced-program.js';
import { tryEverything } from './try-everything.js';

/** Some of the files are enough for each run of the tests; `npm run fuzz` takes all of them, and many more. */
const everySo = 60;

describe('all rules and suggestions', () => {
  it('stand the dependencies of this project', async () => {
    let index = 0;
    for await (const { file, text } of realFiles([path.join(root, 'node_modules')])) {
      index += 1;
      if (index % everySo === 0) expect(tryEverything(file, text)?.complaints ?? []).toEqual([]);
    }
    expect(index, 'there are files to look at').toBeGreaterThan(1000);
  });

  it('stand programs that are put together from pieces of their own examples', () => {
    let suggestions = 0;
    fc.assert(
      fc.property(splicedPrograms(examplePrograms()), (text) => {
        const outcome = tryEverything('/spliced.tsx', text);
        fc.pre(outcome !== undefined);
        suggestions += outcome.suggestions;
        expect(outcome.complaints).toEqual([]);
      }),
      // The same programs in each run: a failure that comes and goes helps nobody.
      { numRuns: 300, seed: 20 },
    );
    expect(suggestions, 'the rules are awake').toBeGreaterThan(50);
  });
});
