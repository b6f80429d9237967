import { bundle } from './bundle.mjs';
import { megabytes } from './megabytes.mjs';

for (const [file, bytes] of Object.entries(await bundle())) console.log(`${file}: ${megabytes(bytes)}`);
