import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm run test:editor -- <arguments>`: the arguments are vitest's, such as part of a file's name or `-t <name of a case>`.
await setUp();
const packaged = await runNode([join(root, 'extension', 'scripts', 'package.mjs')], { cwd: root });
process.exitCode =
  packaged ||
  (await runNode(
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      join(root, 'test', 'editor', 'vitest.config.ts'),
      ...process.argv.slice(2),
    ],
    { cwd: root },
  ));
