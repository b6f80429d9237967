import { setImmediate } from 'node:timers/promises';
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

export interface EngineOptions {
  /** Called once for each broken tsconfig, in a sentence that names the file and what is wrong with it. */
  onTrouble?: (trouble: string) => void;
  /** True, the default, where nothing changes on disk or every change is told to `filesChanged`; false to look for each check. */
  isDiskWatched?: boolean;
  /** How many TypeScript projects are kept, and for how many milliseconds without use. */
  projectLimits?: ProjectLimits;
}

export interface CheckOptions {
  /** The rules to run; the recommended preset unless told. */
  selection?: RuleSelection;
  /** False checks without types, which is faster; true, the default, uses them where a configuration includes the file. */
  types?: boolean;
  /** Larger files are not checked; 1 MB unless told. */
  maximumBytes?: number;
  /** Stops the check: between files, and before each costly step of one. */
  signal?: AbortSignal;
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
    this.#programs = new Programs(this.#texts, limits, isDiskWatched, onTrouble);
  }

  /**
   * Checks a text as the content of a file, whatever is on disk.
   *
   * @param document the absolute path (whose extension decides about the language; the file need not exist) and the text
   * @returns its findings, or its trouble
   * @throws the signal's reason when it aborts
   */
  async checkText(document: { file: string; text: string }, options: CheckOptions = {}): Promise<FileResult> {
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
        ? await readSource(file, maximumBytesOf(options), options.signal)
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
  openDocument(document: { file: string; text: string }): void {
    this.#texts.open(document.file, document.text);
  }

  closeDocument(file: string): void {
    this.#texts.close(file);
  }

  /**
   * Takes note of changes on disk; the next checks see them.
   *
   * @returns true where a check may now find something else, which is not so when only open documents were saved
   */
  filesChanged(changes: readonly FileChange[]): boolean {
    for (const { file } of changes) this.#texts.forget(file);
    const isInstalling = changes.some(({ file }) => isInstallationRecord(file));
    if (isInstalling) this.#texts.forgetInstalled();
    // A file that comes or goes may belong to any project, and be the target of any import.
    const isReshaping =
      isInstalling ||
      changes.some(({ file, kind }) => kind !== 'changed' || this.#programs.isConfiguredBy(file));
    if (isReshaping) this.#programs.forgetProjects();
    return isReshaping || changes.some(({ file }) => !this.#texts.isOpen(file));
  }

  /** Frees the programs. */
  dispose(): void {
    this.#programs.dispose();
  }

  async #check(file: string, source: Source, options: CheckOptions): Promise<FileResult> {
    const { selection = defaultRuleSelection, types = true, signal } = options;
    signal?.throwIfAborted();
    if ('trouble' in source) return { file, findings: [], trouble: source.trouble };
    if (!mayHoldFindings(source.text, selection)) return { file, findings: [] };
    const document = { file, text: source.text };
    // Checking is synchronous, so it begins with a turn of the event loop, in which an abort can arrive. The timer itself would
    // reject with an error of its own instead of the signal's reason.
    await setImmediate(undefined, { signal: undefined });
    signal?.throwIfAborted();
    return types ? this.#checkTyped(document, selection) : this.#runner.run(document, selection);
  }

  #checkTyped(document: { file: string; text: string }, selection: RuleSelection): FileResult {
    const program = this.#programs.find(document.file);
    if (!program || hasText(program, document)) return this.#runner.run(document, selection, program);
    return this.#texts.during(document, () => {
      return this.#runner.run(document, selection, this.#programs.find(document.file));
    });
  }
}

function maximumBytesOf({ maximumBytes = defaultMaximumBytes }: CheckOptions): number {
  return maximumBytes;
}

function hasText(program: ts.Program, { file, text }: { file: string; text: string }): boolean {
  return program.getSourceFile(file)?.text === withoutByteOrderMark(text);
}
