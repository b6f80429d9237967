import { setImmediate } from 'node:timers/promises';
import { PendingTypes } from 'eslint-plugin-cancellation/pending-types';
import type ts from 'typescript';
import { withoutByteOrderMark } from '../support/without-byte-order-mark.js';
import type { FileResult } from './finding.js';
import { mayHoldFindings } from './may-hold-findings.js';
import { isInstallationRecord } from './projects/installation-record.js';
import { Programs, type ProjectLimits } from './projects/programs.js';
import { SourceTexts } from './projects/source-texts.js';
import { asSource, defaultMaximumBytes, readSource, type Source } from './read-source.js';
import { defaultRuleSelection, type RuleSelection } from './rule-selection.js';
import { RuleRunner } from './rule-runner.js';
import type { StopSignal } from './stop-signal.js';

export interface EngineOptions {
  /** Called once for each broken tsconfig, in a sentence that names the file and what is wrong with it. */
  onTrouble?: (trouble: string) => void;
  /** True, the default, where nothing changes on disk or every change is told to `filesChanged`; false to look for each check. */
  isDiskWatched?: boolean;
  /** How many TypeScript projects are kept, and for how many milliseconds without use. */
  projectLimits?: ProjectLimits;
  /** Called often while TypeScript loads a project; may ask for quick checks. */
  whileLoading?: () => void;
}

/** A text to check as the content of a file, whatever is on disk. The file need not exist; its extension decides about the language. */
export interface Document {
  /** An absolute path. */
  file: string;
  text: string;
}

/** What a check without types came to. */
export interface QuickResult extends FileResult {
  /** True where types would change nothing. */
  isFinal: boolean;
}

export interface CheckOptions {
  /** The rules to run; the recommended preset unless told. */
  selection?: RuleSelection;
  /** False checks without types, which is faster; true, the default, uses them where a configuration includes the file. */
  types?: boolean;
  /** Larger files are not checked; 1 MB unless told. */
  maximumBytes?: number;
  /** Stops the check: between files, and before each costly step of one. */
  signal?: StopSignal | undefined;
}

/** A change on disk. */
export interface FileChange {
  file: string;
  kind: 'created' | 'changed' | 'deleted';
}

/** Checks files for cancellation bugs, keeping the TypeScript programs from one check to the next. */
export class Engine {
  readonly #texts: SourceTexts;
  readonly #programs: Programs;
  readonly #runner = new RuleRunner();

  constructor(options: EngineOptions = {}) {
    const { onTrouble = () => undefined, isDiskWatched = true } = options;
    const limits = options.projectLimits ?? { projects: 4, idle: 10 * 60_000 };
    this.#texts = new SourceTexts(isDiskWatched);
    this.#programs = new Programs(this.#texts, limits, {
      isDiskWatched,
      onTrouble,
      whileLoading: options.whileLoading ?? (() => undefined),
    });
  }

  /** How many texts have been parsed so far. */
  get parses(): number {
    return this.#runner.parses;
  }

  /**
   * Checks a text as far as that goes without types. Takes about as long as parsing it, and never loads a project.
   *
   * @returns its findings, or its trouble
   * @throws the signal's reason when it aborts
   */
  quickCheck(document: Document, options: CheckOptions = {}): QuickResult {
    options.signal?.throwIfAborted();
    const source = asSource(document.text, maximumBytesOf(options));
    if ('trouble' in source) return { ...nothingIn(document.file, source.trouble), isFinal: true };
    return this.#runQuickly(document, options);
  }

  /**
   * Checks a text.
   *
   * @returns its findings, or its trouble
   * @throws the signal's reason when it aborts
   */
  async checkText(document: Document, options: CheckOptions = {}): Promise<FileResult> {
    return this.#check(document.file, asSource(document.text, maximumBytesOf(options)), options);
  }

  /**
   * Checks a file: the open document's text, or else the one on disk.
   *
   * @param file the absolute path
   * @returns its findings, or its trouble, such as a missing, binary or too large file
   * @throws the signal's reason when it aborts
   */
  async checkFile(file: string, options: CheckOptions = {}): Promise<FileResult> {
    const open = this.#texts.isOpen(file) ? this.#texts.read(file) : undefined;
    const source =
      open === undefined
        ? await readSource(file, maximumBytesOf(options))
        : asSource(open, maximumBytesOf(options));
    return this.#check(file, source, options);
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
  openDocument(document: Document): void {
    this.#texts.open(document.file, document.text);
  }

  closeDocument(file: string): void {
    this.#texts.close(file);
  }

  /** Takes note of changes on disk; the next checks see them. */
  filesChanged(changes: readonly FileChange[]): void {
    for (const { file } of changes) this.#texts.forget(file);
    const isInstalling = changes.some(({ file }) => isInstallationRecord(file));
    if (isInstalling) this.#texts.forgetInstalled();
    // A file that comes or goes may belong to any project, and be the target of any import.
    const isReshaping =
      isInstalling ||
      changes.some(({ file, kind }) => kind !== 'changed' || this.#programs.isConfiguredBy(file));
    if (isReshaping) this.#programs.forgetProjects();
  }

  /** Frees the programs. */
  dispose(): void {
    this.#programs.dispose();
  }

  async #check(file: string, source: Source, options: CheckOptions): Promise<FileResult> {
    const { signal } = options;
    signal?.throwIfAborted();
    if ('trouble' in source) return nothingIn(file, source.trouble);
    // Checking is synchronous, so it begins with a turn of the event loop, in which an abort can arrive.
    await setImmediate();
    signal?.throwIfAborted();
    const document = { file, text: source.text };
    const { isFinal, ...quick } = this.#runQuickly(document, options);
    return isFinal ? quick : this.#runTyped(document, options);
  }

  #runQuickly(document: Document, options: CheckOptions): QuickResult {
    const { selection = defaultRuleSelection, types = true, signal } = options;
    if (!mayHoldFindings(document.text, selection)) return { ...nothingIn(document.file), isFinal: true };
    const pending = types ? new PendingTypes() : undefined;
    const findSyntax = () => (types ? this.#programs.findSyntax(document) : undefined);
    const result = this.#runner.run(document, { selection, types: pending, findSyntax, signal });
    return { ...result, isFinal: result.trouble !== undefined || pending?.isAskedFor !== true };
  }

  #runTyped(document: Document, { selection = defaultRuleSelection, signal }: CheckOptions): FileResult {
    const types = this.#programs.find(document.file);
    signal?.throwIfAborted();
    if (!types || hasText(types, document)) return this.#runner.run(document, { selection, types, signal });
    return this.#texts.during(document, () =>
      this.#runner.run(document, { selection, types: this.#programs.find(document.file), signal }),
    );
  }
}

function maximumBytesOf({ maximumBytes = defaultMaximumBytes }: CheckOptions): number {
  return maximumBytes;
}

function nothingIn(file: string, trouble?: string): FileResult {
  return { file, findings: [], ...(trouble !== undefined && { trouble }) };
}

function hasText(program: ts.Program, { file, text }: Document): boolean {
  return program.getSourceFile(file)?.text === withoutByteOrderMark(text);
}
