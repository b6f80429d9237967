import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Engine } from '../engine/engine.js';
import { loadNative } from '../engine/native/load-native.js';
import { reasonOf } from '../support/reason-of.js';
import type { Message, Question, ThreadData } from './engine-messages.js';
import { SharedStop } from './shared-stop.js';

// The thread in which the engine runs, so that the server's own thread always answers at once. It is ended from outside, at any
// point, so it holds nothing that needs an orderly end.
const { options, port } = workerData as ThreadData;
const engine = new Engine({
  ...options,
  onTrouble: (trouble) => {
    say({ trouble });
  },
  loadNative,
  onProcess: (pid) => {
    say({ process: pid });
  },
  onPause: answerQuickQuestions,
});

/** What came in a pause of other work and has to wait for its end. */
const waiting: Question[] = [];
port.on('message', (question: Question) => {
  waiting.push(question);
  answerWaiting();
});

function answerWaiting(): void {
  for (const question of waiting.splice(0)) void answer(question);
}

/** Loading a project takes seconds in one piece, and a long check a good part of one, in which a person goes on typing. */
function answerQuickQuestions(): void {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    const question = next.message as Question;
    if (question.method === 'quickCheck') {
      void answer(question);
      continue;
    }
    if (waiting.push(question) === 1) setImmediate(answerWaiting);
  }
}

async function answer({ id, method, args, stop }: Question): Promise<void> {
  try {
    const ask = engine[method].bind(engine) as (...given: readonly unknown[]) => unknown;
    const value = ask(...(stop ? withSignal(args, new SharedStop(stop)) : args));
    // What is there at once is said at once: in a pause, anything that is awaited comes after the work that made the pause.
    say({ id, value: value instanceof Promise ? await value : value });
  } catch (error) {
    say({ id, failure: reasonOf(error) });
  }
}

/** The options are the last argument. */
function withSignal(args: readonly unknown[], signal: SharedStop): unknown[] {
  return [...args.slice(0, -1), { ...(args.at(-1) as object), signal }];
}

function say(message: Message): void {
  port.postMessage(message);
}
