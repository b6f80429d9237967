import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm run test:native -- <arguments>`: the arguments are vitest's, such as part of a file's name or `-t <name of a case>`.
await setUp();
const config = join(root, 'test', 'native', 'vitest.config.ts');
process.exitCode = await runNode(
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config, ...process.argv.slice(2)],
  { cwd: root },
);
