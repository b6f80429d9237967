import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../../engine/engine.js';
import { mendFile, type MendedFile } from '../fixing/mend-file.js';
import type { ThreadEvent, ThreadTask } from './check-thread.js';

// The thread in which files are checked. It is ended from outside, at any point, so it holds nothing that needs an orderly end.
const { mend, ...options } = workerData as ThreadTask;

const engine = new Engine({
  onTrouble: (trouble) => {
    tell({ trouble });
  },
});

if (parentPort) {
  for await (const [files] of on(parentPort, 'message') as AsyncIterable<[readonly string[]]>) {
    for (const file of files) tell({ result: await resultOf(file) });
    tell('done');
  }
}

async function resultOf(file: string): Promise<MendedFile> {
  return mend ? mendFile(engine, file, { ...options, mend }) : engine.checkFile(file, options);
}

function tell(event: ThreadEvent): void {
  parentPort?.postMessage(event);
}
