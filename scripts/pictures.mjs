import { join } from 'node:path';
import { root, runNode, setUp } from './set-up.mjs';

// `npm run pictures -- <names>`: the pictures to take anew, all unless named.
await setUp();
const packaged = await runNode([join(root, 'extension', 'scripts', 'package.mjs')], { cwd: root });
const script = join(root, 'test', 'editor', 'pictures', 'take-pictures.ts');
process.exitCode =
  packaged || (await runNode(['--import', 'tsx', script, ...process.argv.slice(2)], { cwd: root }));
