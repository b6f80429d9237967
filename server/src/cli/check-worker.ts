import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../engine/engine.js';
import type { CheckEvent, CheckTask } from './check-in-worker.js';

// The thread in which files are checked. It is ended from outside, at any point, so it holds nothing that needs an orderly end.
const { files, types, selection } = workerData as CheckTask;

const engine = new Engine({
  onTrouble: (message) => {
    tell({ trouble: { message } });
  },
});
for await (const result of engine.checkFiles(files, { types, selection })) tell({ result });

function tell(event: CheckEvent): void {
  parentPort?.postMessage(event);
}
