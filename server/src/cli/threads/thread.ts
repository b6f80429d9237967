import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../../engine/engine.js';
import { loadNative } from '../../engine/native/load-native.js';
import { defaultMaximumBytes, readSource } from '../../engine/read-source.js';
import { mendFile } from '../fixing/mend-file.js';
import { BasisRecorder } from './basis-recorder.js';
import type { ThreadEvent, ThreadTask } from './check-thread.js';

// The thread in which files are checked. It is ended from outside, at any point, so it holds nothing that needs an orderly end.
const { mend, isTraced, ...options } = workerData as ThreadTask;
const recorder = isTraced ? new BasisRecorder() : undefined;

const engine = new Engine({
  onTrouble: (trouble) => {
    tell({ trouble });
  },
  loadNative,
  onProcess: (pid) => {
    tell({ process: pid });
  },
  ...(recorder && { onTypes: recorder.onTypes }),
});

if (parentPort) {
  for await (const [files] of on(parentPort, 'message') as AsyncIterable<[readonly string[]]>) {
    for (const file of files) tell(await resultOf(file, recorder));
    if (recorder) tell({ traces: recorder.newTraces() });
    tell('done');
  }
}

async function resultOf(file: string, basis: BasisRecorder | undefined): Promise<ThreadEvent> {
  if (mend) return { result: await mendFile(engine, file, { ...options, mend }) };
  return basis ? tracedResult(file, basis) : { result: await engine.checkFile(file, options) };
}

/** The text is read here, so that the basis is the very text that was checked. */
async function tracedResult(file: string, basis: BasisRecorder): Promise<ThreadEvent> {
  const source = await readSource(file, defaultMaximumBytes);
  if ('trouble' in source) return { result: { file, findings: [], trouble: source.trouble } };
  const document = { file, text: source.text };
  const result = await engine.checkText(document, options);
  return { result, ...(result.trouble === undefined && { basis: basis.basisOf(document) }) };
}

function tell(event: ThreadEvent): void {
  parentPort?.postMessage(event);
}
