import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm run test:hosts -- [--update] [<word> ...]`: the arguments are those of test/hosts/run-trials.ts.
await setUp();
process.exitCode = await runNode(
  ['--import', 'tsx', join(root, 'test', 'hosts', 'run-trials.ts'), ...process.argv.slice(2)],
  { cwd: root },
);
