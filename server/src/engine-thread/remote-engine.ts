import type {
  CheckOptions,
  Document,
  FileChange,
  InspectOptions,
  QuickCheckOptions,
  QuickResult,
} from '../engine/engine-options.js';
import type { FileResult } from '../engine/finding.js';
import { abortable } from '../support/cancellation.js';
import type {
  AnswerOf,
  Asked,
  EngineFailure,
  PlainEngineOptions,
  Question,
  SubjectOf,
  Told,
} from './engine-messages.js';
import { EngineError } from './engine-error.js';
import { EngineWorker, type EngineMessage } from './engine-worker.js';
import { SharedStop } from './shared-stop.js';

export interface RemoteEngineOptions extends PlainEngineOptions {
  /** How much memory the thread's objects may take, in MB; what Node allows unless told. */
  memoryLimit?: number;
  /** Called once for each broken tsconfig, in a sentence that names the file and what is wrong with it. */
  onTrouble: (trouble: string) => void;
  /** Called when a thread has ended by itself; what it was asked has been rejected, and can be asked again. */
  onFailure: (failure: EngineFailure) => void;
}

/** The engine's options with a signal that also lets go of the answer at once. */
type Stoppable<Options extends { signal?: unknown }> = Omit<Options, 'signal'> & { signal?: AbortSignal };

/** So many failures, within so many milliseconds, are too many. */
const limit = { failures: 5, within: 3 * 60_000 };

/** An engine in a thread of its own. Its methods are those of the engine, and answer later. */
export class RemoteEngine {
  readonly #options: RemoteEngineOptions;
  readonly #open = new Map<string, Document>();
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #worker: EngineWorker | undefined;
  #failures: number[] = [];
  #lastId = 0;
  #isEnded = false;

  constructor(options: RemoteEngineOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  async quickCheck(document: Document, options: Stoppable<QuickCheckOptions>): Promise<QuickResult> {
    return this.#ask('quickCheck', document, options);
  }

  async checkText(document: Document, options: Stoppable<CheckOptions>): Promise<FileResult> {
    return this.#ask('checkText', document, options);
  }

  async checkFile(file: string, options: Stoppable<CheckOptions>): Promise<FileResult> {
    return this.#ask('checkFile', file, options);
  }

  async describeSignal(place: SubjectOf<'describeSignal'>, options: Stoppable<InspectOptions>) {
    return this.#ask('describeSignal', place, options);
  }

  async explain(explained: SubjectOf<'explain'>, options: Stoppable<InspectOptions>) {
    return this.#ask('explain', explained, options);
  }

  async about(file: string | undefined, options: { signal?: AbortSignal }) {
    return this.#ask('about', file, options);
  }

  async disableEdits(finding: SubjectOf<'disableEdits'>, options: Stoppable<InspectOptions>) {
    return this.#ask('disableEdits', finding, options);
  }

  async refactorings(place: SubjectOf<'refactorings'>, options: Stoppable<InspectOptions>) {
    return this.#ask('refactorings', place, options);
  }

  async threadSignal(request: SubjectOf<'threadSignal'>, options: Stoppable<InspectOptions>) {
    return this.#ask('threadSignal', request, options);
  }

  openDocument(document: Document): void {
    this.#open.set(document.file, document);
    this.#tell('openDocument', document);
  }

  closeDocument(file: string): void {
    this.#open.delete(file);
    this.#tell('closeDocument', file);
  }

  /** @returns true where a check may now find something else, which is not so when only open documents were saved */
  filesChanged(changes: readonly FileChange[]): boolean {
    this.#tell('filesChanged', changes);
    return changes.some(({ file, kind }) => kind !== 'changed' || !this.#open.has(file));
  }

  /** Ends the thread. */
  async dispose(): Promise<void> {
    this.#isEnded = true;
    await this.#worker?.end();
    this.#rejectAll('The engine was ended.');
  }

  async #ask<Method extends Asked>(
    method: Method,
    subject: unknown,
    { signal, ...options }: { signal?: AbortSignal },
  ): Promise<AnswerOf<Method>> {
    signal?.throwIfAborted();
    const stop = new SharedStop();
    const answer = this.#send<AnswerOf<Method>>({ method, args: [subject, options], stop: stop.cell });
    if (!signal) return answer;
    try {
      return await abortable(answer, signal);
    } finally {
      if (signal.aborted) stop.stop();
    }
  }

  /** A thread that is started again reads all files anew, and learns of the open documents. */
  #tell(method: Told, subject: unknown): void {
    this.#worker?.post({ id: ++this.#lastId, method, args: [subject] });
  }

  async #send<Answer>(question: Omit<Question, 'id'>): Promise<Answer> {
    if (this.#isEnded) throw new EngineError('The engine was ended.');
    const worker = (this.#worker ??= this.#restart());
    const id = ++this.#lastId;
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.post({ ...question, id });
    });
  }

  #start(): EngineWorker {
    const { memoryLimit, isDiskWatched, projectLimits } = this.#options;
    const options = {
      ...(isDiskWatched !== undefined && { isDiskWatched }),
      ...(projectLimits && { projectLimits }),
    };
    return new EngineWorker(options, {
      memoryLimit,
      onMessage: (message) => {
        this.#receive(message);
      },
      onFailure: (reason) => {
        this.#fail(reason);
      },
    });
  }

  /** @throws EngineError where the thread has ended too often */
  #restart(): EngineWorker {
    if (this.#hasFailedTooOften()) throw new EngineError('The engine has ended too often.');
    const worker = this.#start();
    for (const document of this.#open.values())
      worker.post({ id: ++this.#lastId, method: 'openDocument', args: [document] });
    return worker;
  }

  #hasFailedTooOften(): boolean {
    return this.#failures.length >= limit.failures;
  }

  #receive(message: EngineMessage): void {
    if ('trouble' in message) {
      this.#options.onTrouble(message.trouble);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('failure' in message) waiting?.reject(new EngineError(message.failure));
    else waiting?.resolve(message.value as never);
  }

  #fail(reason: string): void {
    this.#worker = undefined;
    const now = performance.now();
    if (!this.#hasFailedTooOften())
      this.#failures = [...this.#failures.filter((time) => now - time < limit.within), now];
    this.#rejectAll(`The engine ended: ${reason}.`);
    this.#options.onFailure({ reason, isLast: this.#hasFailedTooOften() });
  }

  #rejectAll(message: string): void {
    const error = new EngineError(message);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
