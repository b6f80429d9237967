import ts from 'typescript';
import { withoutByteOrderMark } from '../../support/without-byte-order-mark.js';

/** A browser has no files, and the paths by which its documents are known are never spelt in two ways. */
export const hasCase = (ts.sys as ts.System | undefined)?.useCaseSensitiveFileNames ?? true;

/** A version of a text, and the text where it is not the one on disk. */
interface OpenText {
  text: string;
  version: number;
}

/**
 * The texts that TypeScript sees: those of open documents, and the files on disk for the rest. Paths may be spelt with either
 * slash.
 */
export class SourceTexts {
  readonly #open = new Map<string, OpenText>();
  readonly #changes = new Map<string, number>();
  readonly #isDiskWatched: boolean;
  #lastVersion = 0;
  #lastInstallation = 0;

  /** @param isDiskWatched true where `forget` is called for every change on disk, so that nothing has to be looked up again */
  constructor(isDiskWatched: boolean) {
    this.#isDiskWatched = isDiskWatched;
  }

  /** Changes with every text; undefined where only a look at the disk can tell. */
  get epoch(): string | undefined {
    return this.#isDiskWatched ? String(this.#lastVersion) : undefined;
  }

  /**
   * @param epoch the state from which the changes count, by an earlier answer; 0 at first
   * @returns the present state, and the keys of the files whose text changed since, which may be all; none where nothing did
   */
  changesSince(epoch: number): { epoch: number; changes: 'all' | readonly string[] | undefined } {
    const isNew = (version: number): boolean => version > epoch;
    if (!this.#isDiskWatched || isNew(this.#lastInstallation))
      return { epoch: this.#lastVersion, changes: 'all' };
    const forgotten = [...this.#changes].filter(([, version]) => isNew(version));
    const opened = [...this.#open].filter(([, { version }]) => isNew(version));
    const changes = [...new Set([...forgotten, ...opened].map(([key]) => key))];
    return { epoch: this.#lastVersion, changes: changes.length > 0 ? changes : undefined };
  }

  /** Lets a text win over the one on disk, until `close`. */
  open(file: string, text: string): void {
    const key = toKey(file);
    const seen = withoutByteOrderMark(text);
    if (this.#open.get(key)?.text === seen) return;
    this.#open.set(key, { text: seen, version: ++this.#lastVersion });
  }

  close(file: string): void {
    if (this.#open.delete(toKey(file))) this.forget(file);
  }

  /** Lets a text win while something runs. */
  during<Result>(document: { file: string; text: string }, action: () => Result): Result {
    const before = this.#open.get(toKey(document.file));
    this.open(document.file, document.text);
    try {
      return action();
    } finally {
      if (before) this.open(document.file, before.text);
      else this.close(document.file);
    }
  }

  /** Takes note that a file on disk is no longer what it was. */
  forget(file: string): void {
    this.#changes.set(toKey(file), ++this.#lastVersion);
  }

  /** Takes note that packages were installed: any file of theirs may be another. */
  forgetInstalled(): void {
    this.#lastInstallation = ++this.#lastVersion;
  }

  isOpen(file: string): boolean {
    return this.#open.has(toKey(file));
  }

  exists(file: string): boolean {
    return this.isOpen(file) || ts.sys.fileExists(file);
  }

  read(file: string): string | undefined {
    return this.#open.get(toKey(file))?.text ?? ts.sys.readFile(file);
  }

  /** @returns a word that changes whenever the text does */
  version(file: string): string {
    const key = toKey(file);
    const open = this.#open.get(key);
    if (open) return `open ${open.version}`;
    const installation = key.includes('/node_modules/') ? this.#lastInstallation : 0;
    const noted = `disk ${Math.max(this.#changes.get(key) ?? 0, installation)}`;
    return this.#isDiskWatched ? noted : `${noted} ${modificationTime(file)}`;
  }
}

/** @returns when a file was last written, as a word to compare; empty where there is none */
export function modificationTime(file: string): string {
  return ts.sys.getModifiedTime?.(file)?.toISOString() ?? '';
}

/** @returns the one spelling of a path by which it can be compared, with `/` and without case where the system has none */
export function toKey(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  return hasCase ? slashed : slashed.toLowerCase();
}
