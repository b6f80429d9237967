import { ActionTrouble, type ActionProducer, type EditRequest } from './action-request.js';
import { threadedEdit } from './threaded-edit.js';

/** Threads a signal through the callers of a function, in many files; the edits are worked out when somebody wants them. */
export const threadSignal: ActionProducer = {
  kind: 'refactor.rewrite.cancellation.thread-signal',
  needs: 'tree',
  async produce({ range, refactorings }) {
    const fitting = await refactorings(range);
    return fitting
      .filter(({ name }) => name === 'thread-signal')
      .map(({ title }) => ({ title, work: { range } }));
  },
  async changes(request, { range }) {
    const fitting = range ? await request.refactorings(range) : [];
    const name = fitting.find((each) => each.name === 'thread-signal')?.functionName;
    const threaded = name === undefined ? undefined : await request.threadSignal(name);
    if (!threaded) return undefined;
    if ('trouble' in threaded) throw new ActionTrouble(threaded.trouble);
    for (const stop of threaded.stops) tellStop(request, stop);
    return threadedEdit(request, threaded.files);
  },
};

function tellStop(
  { log }: EditRequest,
  stop: { file: string; line: number; name: string; reason: string },
): void {
  log.info(
    `The signal goes no further than \`${stop.name}\`, which ${stop.reason} (${stop.file}, line ${stop.line}).`,
  );
}
