import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm run test:clients -- [--required] [<name> ...]`: the arguments are those of test/clients/run-clients.ts.
await setUp();
process.exitCode = await runNode(
  ['--import', 'tsx', join(root, 'test', 'clients', 'run-clients.ts'), ...process.argv.slice(2)],
  { cwd: root },
);
