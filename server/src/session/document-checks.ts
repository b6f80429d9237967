import { isDeepStrictEqual } from 'node:util';
import { Emitter } from 'vscode-languageserver';
import type { QuickResult } from '../engine/engine.js';
import type { FileResult } from '../engine/finding.js';
import { abortable } from '../support/cancellation.js';
import type { ServerEngine } from '../platform/platform.js';
import type { Log } from '../support/log.js';
import { reasonOf } from '../support/reason-of.js';
import { logCost, typesSaid } from './check-cost.js';
import { findCheckTask, type CheckTask, type TaskContext } from './check-task.js';
import { DocumentChangedError, type DocumentCheck } from './document-check.js';
import { expectFindings, type TypedFindings } from './expected-findings.js';
import { TroubleLog } from './trouble-log.js';

/** What the checks of documents need. */
export interface CheckContext extends TaskContext {
  log: Log;
  engine: ServerEngine;
  /** True where the client hears of it when types say something else than it was told; otherwise it is told once. */
  isToldLater: boolean;
  /** False where the disk can change without a word, so that nothing that types said is good for long. */
  isDiskWatched: boolean;
}

/** What is known of one version of a document. */
interface Known {
  task: CheckTask;
  /** The settings and the texts of the moment; see `#settingsRound` and `#textRound`. */
  settingsRound: number;
  /** That of the last check with types; undefined while there was none. */
  typedRound: number | undefined;
  quick: QuickResult;
  check: DocumentCheck;
  /** The check with types that is under way. */
  typing?: { controller: AbortController; end: Promise<void> };
}

/**
 * Checks open documents in two steps, without types, and then with them where they can change anything; in one, where the client is
 * told once and the project is loaded. Remembers what it found until something changes that could change it.
 */
export class DocumentChecks {
  readonly #context: CheckContext;
  readonly #outdated = new Emitter<void>();
  readonly #improved = new Emitter<string>();
  readonly #settled = new Emitter<string>();
  readonly #known = new Map<string, Known>();
  /** The last check with types of each document, whatever has been edited since. */
  readonly #typed = new Map<string, TypedFindings>();
  readonly #troubles: TroubleLog;
  /** Counts what can change any finding, such as settings. */
  #settingsRound = 0;
  /** Counts the edits, any of which can change what types say of any document. */
  #textRound = 0;

  /** Fires when the findings of all documents may have changed for another reason than an edit. */
  readonly onOutdated = this.#outdated.event;
  /** Fires with the address of a document of which types told something else than was told before. */
  readonly onImproved = this.#improved.event;
  /** Fires with the address of a document of which types have nothing more to tell. */
  readonly onSettled = this.#settled.event;

  constructor(context: CheckContext) {
    this.#context = context;
    this.#troubles = new TroubleLog(context.log);
  }

  /**
   * Checks the present version of an open document, without waiting for types.
   *
   * @returns what there is to find, as far as it is known; nothing for a document that is not checked
   * @throws the signal's reason when it aborts, or a DocumentChangedError
   */
  async check(uri: string, signal: AbortSignal): Promise<DocumentCheck | undefined> {
    return (await this.#begin(uri, signal))?.check;
  }

  /**
   * Checks the present version of an open document, and waits for what types say.
   *
   * @returns what there is to find; nothing for a document that is not checked
   * @throws the signal's reason when it aborts, or a DocumentChangedError
   */
  async completeCheck(uri: string, signal: AbortSignal): Promise<DocumentCheck | undefined> {
    let known = await this.#begin(uri, signal);
    // An edit of another document ends a check with types, which then begins again.
    while (known?.typing) {
      await abortable(known.typing.end, signal);
      known = await this.#begin(uri, signal);
    }
    return known?.check;
  }

  /** @returns true while types may still say something else of a document */
  isPreliminary(uri: string): boolean {
    return this.#known.get(uri)?.typing !== undefined;
  }

  /** Takes note that a text was edited, opened or closed: types may say something else of any document. */
  documentChanged(): void {
    this.#textRound++;
    for (const { typing } of this.#known.values()) typing?.controller.abort();
  }

  /** Takes note that findings may have changed, and tells those who show them. */
  outdate(): void {
    this.#settingsRound++;
    this.documentChanged();
    this.#typed.clear();
    this.#outdated.fire();
  }

  forget(uri: string): void {
    this.#known.get(uri)?.typing?.controller.abort();
    this.#known.delete(uri);
    this.#typed.delete(uri);
    this.#troubles.forget(uri);
  }

  async #begin(uri: string, signal: AbortSignal): Promise<Known | undefined> {
    const settingsRound = this.#settingsRound;
    const task = await findCheckTask(this.#context, uri, signal);
    if (!task) return undefined;
    const last = this.#known.get(uri);
    const isCurrent =
      last?.task.version.version === task.version.version && last.settingsRound === settingsRound;
    const known = isCurrent ? last : await this.#checkQuickly(uri, { task, settingsRound }, signal);
    if (known.quick.types !== 'unasked' && !known.typing && known.typedRound !== this.#textRound)
      this.#checkTyped(uri, known);
    else this.#rememberIfWatched(known);
    return known;
  }

  /** Where nobody says when the disk changes, what types said of it is told once. */
  #rememberIfWatched(known: Known): void {
    if (!this.#context.isDiskWatched) known.typedRound = undefined;
  }

  async #checkQuickly(
    uri: string,
    { task, settingsRound }: Pick<Known, 'task' | 'settingsRound'>,
    signal: AbortSignal,
  ): Promise<Known> {
    const start = performance.now();
    const round = this.#textRound;
    const { engine, documents, isToldLater } = this.#context;
    const options = { ...task.options, areTypesLater: isToldLater, signal };
    const quick = await engine.quickCheck(task.document, options);
    if (documents.get(uri)?.version !== task.version.version)
      throw new DocumentChangedError('The document was edited.');
    logCost(this.#context.log, uri, { start, result: quick, types: typesSaid(task, quick) });
    const { text } = task.document;
    const isTyped = quick.types === 'given';
    const findings =
      quick.types === 'missing' ? expectFindings(this.#typed.get(uri), text, quick.findings) : quick.findings;
    if (isTyped) this.#typed.set(uri, { text, typed: findings });
    const check = { document: task.version, findings };
    const known: Known = { task, settingsRound, typedRound: isTyped ? round : undefined, quick, check };
    this.#known.get(uri)?.typing?.controller.abort();
    this.#known.set(uri, known);
    this.#troubles.tell(uri, quick);
    return known;
  }

  #checkTyped(uri: string, known: Known): void {
    const controller = new AbortController();
    const { signal } = controller;
    const round = this.#textRound;
    const start = performance.now();
    const end = this.#context.engine
      .checkText(known.task.document, { ...known.task.options, signal })
      .then((result) => {
        logCost(this.#context.log, uri, { start, result, types: 'with types' });
        this.#complete(uri, known, result, round);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        known.typedRound = round;
        this.#context.log.error(`${uri} could not be checked with types: ${reasonOf(error)}.`);
      })
      .finally(() => {
        delete known.typing;
        if (!this.isPreliminary(uri)) this.#settled.fire(uri);
      });
    known.typing = { controller, end };
  }

  #complete(uri: string, known: Known, result: FileResult, round: number): void {
    if (this.#known.get(uri) !== known) return;
    const { document, version } = known.task;
    const { findings: typed } = result;
    known.typedRound = round;
    const { types, findings: quick } = known.quick;
    this.#typed.set(uri, { text: document.text, typed, ...(types === 'missing' && { quick }) });
    this.#troubles.tell(uri, result);
    if (isDeepStrictEqual(known.check.findings, typed)) return;
    known.check = { document: version, findings: typed };
    this.#improved.fire(uri);
  }
}
