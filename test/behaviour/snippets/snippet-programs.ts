/** What the entry point runs: it waits, and says what happens to it; its argument says what goes wrong. */
export const main = `
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const [, , how] = process.argv;
process.once('exit', () => {
  console.log('listeners left:', process.listenerCount('SIGINT') + process.listenerCount('SIGTERM'));
});

export async function main(signal) {
  if (how === 'fails') throw new Error('out of paper');
  writeFileSync('program.lock', '');
  console.log('working');
  try {
    await sleep(how === 'ends' ? 0 : 600_000, undefined, { signal });
  } finally {
    console.log('cleaning up');
    await sleep(how === 'hangs' ? 600_000 : 1);
    rmSync('program.lock');
    console.log('cleaned up');
  }
}
`;

/** A service whose argument says what goes wrong. */
export const service = `
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { runUntilShutdown } from './graceful-shutdown.js';

const [, , how] = process.argv;
process.once('exit', () => {
  console.log('listeners left:', process.listenerCount('SIGINT') + process.listenerCount('SIGTERM'));
});

await runUntilShutdown(
  async (signal) => {
    if (how === 'fails') throw new Error('out of paper');
    console.log('working');
    await sleep(how === 'ends' ? 0 : 600_000, undefined, { signal });
  },
  async (signal) => {
    console.log(signal.aborted ? 'no time to clean up' : 'cleaning up');
    if (how === 'cannot clean up') throw new Error('out of order');
    await sleep(how === 'hangs' ? 600_000 : 1, undefined, { signal });
    console.log('cleaned up');
  },
);
`;

/** Tasks of the entry point, each of which says how it ends. */
export const tasks = `
import { abortable } from './cancellable-promise.js';
import { sleep } from './cancellable-sleep.js';
import { runTaskGroup } from './task-group.js';

export async function main(signal) {
  const never = new Promise(() => {});
  const waits = { sleep: (own) => sleep(600_000, own), promise: (own) => abortable(never, own) };
  const tasks = Object.entries(waits).map(([name, wait]) => async (own) => {
    try {
      await wait(own);
    } finally {
      console.log(name, 'ended');
    }
  });
  console.log('working');
  await runTaskGroup(tasks, signal);
}
`;

/** Programs that a test with real signals has to find out. */
export const faultyPrograms = {
  'ignores the signal': `
import { writeFileSync } from 'node:fs';
import process from 'node:process';
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {});
writeFileSync('program.lock', '');
writeFileSync('program.pid', String(process.pid));
setInterval(() => {}, 60_000);
console.log('working');
`,
  'ends without cleanup': `
import { writeFileSync } from 'node:fs';
import process from 'node:process';
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));
writeFileSync('program.lock', '');
setInterval(() => {}, 60_000);
console.log('working');
`,
  'has no handler': `
import { writeFileSync } from 'node:fs';
writeFileSync('program.lock', '');
setInterval(() => {}, 60_000);
console.log('working');
`,
};
