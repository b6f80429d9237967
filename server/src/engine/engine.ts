import { disableEdits, type DisableEdits, type DisableRequest } from './directives/disable-edits.js';
import type {
  CheckOptions,
  Document,
  EngineOptions,
  FileChange,
  InspectOptions,
  QuickCheckOptions,
  QuickResult,
} from './engine-options.js';
import { engineParts, type EngineParts } from './engine-parts.js';
import { engineVersions, type EngineFacts } from './engine-facts.js';
import type { FileResult } from './finding.js';
import type { DescribedSignal, ExplainedStep } from './inspect/described-signal.js';
import { describeSignalIn } from './inspect/describe-signal.js';
import { explainFindingIn, type FindingToExplain } from './inspect/explain-finding.js';
import { inspectText } from './inspect/inspect-text.js';
import { isInstallationRecord } from './projects/installation-record.js';
import { asSource, readSource } from './read-source.js';
import { findRefactorings } from './refactor/find-refactorings.js';
import type { Refactoring, RefactoringPlace } from './refactor/refactoring.js';
import { threadSignal, type ThreadRequest } from './threading/thread-signal.js';
import type { ThreadedSignal } from './threading/threaded-signal.js';
import { maximumBytesOf, nothingIn, runCheck, runQuickly } from './run-check.js';

export type * from './engine-options.js';

/** Checks files for cancellation bugs, keeping the TypeScript programs from one check to the next. */
export class Engine {
  readonly #parts: EngineParts;

  constructor(options: EngineOptions = {}) {
    this.#parts = engineParts(options);
  }

  /** How many texts have been parsed so far. */
  get parses(): number {
    return this.#parts.runner.parses;
  }

  /**
   * Checks a text as far as that goes at once: with types where its project is loaded already, unless they are to come later.
   *
   * @returns its findings, or its trouble
   * @throws the signal's reason when it aborts
   */
  quickCheck(document: Document, options: QuickCheckOptions = {}): QuickResult {
    options.signal?.throwIfAborted();
    const source = asSource(document.text, maximumBytesOf(options));
    if ('trouble' in source) return { ...nothingIn(document.file, source.trouble), types: 'unasked' };
    return runQuickly(this.#parts, document, options);
  }

  /**
   * Checks a text.
   *
   * @returns its findings, or its trouble
   * @throws the signal's reason when it aborts
   */
  async checkText(document: Document, options: CheckOptions = {}): Promise<FileResult> {
    return runCheck(
      this.#parts,
      { ...asSource(document.text, maximumBytesOf(options)), file: document.file },
      options,
    );
  }

  /**
   * Checks a file: the open document's text, or else the one on disk.
   *
   * @param file the absolute path
   * @returns its findings, or its trouble, such as a missing, binary or too large file
   * @throws the signal's reason when it aborts
   */
  async checkFile(file: string, options: CheckOptions = {}): Promise<FileResult> {
    const open = this.#parts.texts.isOpen(file) ? this.#parts.texts.read(file) : undefined;
    const source =
      open === undefined
        ? await readSource(file, maximumBytesOf(options))
        : asSource(open, maximumBytesOf(options));
    return runCheck(this.#parts, { ...source, file }, options);
  }

  /**
   * Checks many files one after the other; files of one folder should stand together, since they share a TypeScript project.
   *
   * @param files absolute paths
   * @yields one result a file, in their order
   * @throws the signal's reason when it aborts
   */
  async *checkFiles(files: Iterable<string>, options: CheckOptions = {}): AsyncGenerator<FileResult, void> {
    for (const file of files) yield await this.checkFile(file, options);
  }

  /** Lets an open document's unsaved text win over the disk, for itself and for the files that import it, until it is closed. */
  openDocument({ file, text }: Document): void {
    const isNew = !this.#parts.texts.exists(file);
    this.#parts.texts.open(file, text);
    if (isNew) this.#parts.engines.forgetProjects();
  }

  closeDocument(file: string): void {
    this.#parts.texts.close(file);
    // One that was never saved is gone for those that import it.
    if (!this.#parts.texts.exists(file)) this.#parts.engines.forgetProjects();
  }

  /** Takes note of changes on disk; the next checks see them. */
  filesChanged(changes: readonly FileChange[]): void {
    for (const { file } of changes) this.#parts.texts.forget(file);
    const isInstalling = changes.some(({ file }) => isInstallationRecord(file));
    if (isInstalling) this.#parts.texts.forgetInstalled();
    // A file that comes or goes may belong to any project, and be the target of any import.
    const isReshaping =
      isInstalling ||
      changes.some(({ file, kind }) => kind !== 'changed' || this.#parts.engines.isConfiguredBy(file));
    if (isReshaping) this.#parts.engines.forgetProjects();
  }

  /**
   * Says what a text shows of a signal or controller.
   *
   * @param place the text, and the offset of a name in it
   * @returns undefined where there is none, where nothing is known of it, and where the text cannot be read
   * @throws the signal's reason when it aborts
   */
  async describeSignal(
    place: Document & { offset: number },
    options: InspectOptions = {},
  ): Promise<DescribedSignal | undefined> {
    return inspectText(this.#parts, place, options, (source) => describeSignalIn(place, source));
  }

  /**
   * Explains a finding step by step.
   *
   * @param explained the text, and what was found in it
   * @returns the way of its signal, the places that explain it, and last the finding itself; undefined where the text cannot be read
   * @throws the signal's reason when it aborts
   */
  async explain(
    explained: Document & { finding: FindingToExplain },
    options: InspectOptions = {},
  ): Promise<ExplainedStep[] | undefined> {
    return inspectText(this.#parts, explained, options, (source) => explainFindingIn(explained, source));
  }

  /** @returns what checks are made with, and the TypeScript project from which the types of a file come */
  about(file?: string): EngineFacts {
    const native = this.#parts.engines.nativeVersion;
    return {
      ...engineVersions,
      ...(native !== undefined && { native }),
      ...(file !== undefined && { project: this.#parts.engines.projectOf(file) }),
    };
  }

  /**
   * Finds what silences a finding by a comment.
   *
   * @param finding the text, and what was found where in it
   * @returns edits of the text; undefined where the text cannot be read
   * @throws the signal's reason when it aborts
   */
  async disableEdits(
    finding: Document & DisableRequest,
    options: InspectOptions = {},
  ): Promise<DisableEdits | undefined> {
    return inspectText(this.#parts, finding, { ...options, types: false }, (source) =>
      disableEdits(finding, source),
    );
  }

  /** Finds what can be made of a place of a text where nothing is wrong; undefined where it cannot be read. @throws when stopped */
  async refactorings(
    place: Document & RefactoringPlace,
    options: InspectOptions = {},
  ): Promise<Refactoring[] | undefined> {
    return inspectText(this.#parts, place, options, (source) => findRefactorings(place, source));
  }

  /** Threads a signal through the callers of a function; see `threadSignal`. */
  async threadSignal(request: ThreadRequest, options: InspectOptions = {}): Promise<ThreadedSignal> {
    return threadSignal(this.#parts, request, options);
  }

  /** Frees the programs. */
  dispose(): void {
    this.#parts.engines.dispose();
  }
}
