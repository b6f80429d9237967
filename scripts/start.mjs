import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm start -- <folder>` checks that folder, as seen from where the user stands; without one, the sample application.
const cwd = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2);

await setUp();
process.exitCode = await runNode(
  [
    join(root, 'server', 'dist', 'cancellation-lint.js'),
    'check',
    ...(args.length > 0 ? args : [join(root, 'samples')]),
  ],
  { cwd },
);
