import { digestOf } from '../digest.js';
import type { ProjectDisk } from './project-disk.js';

/** A question to the disk, and what the disk answered: both in words that can be kept and compared. */
export type Observation = readonly [question: string, answer: string];

/** The questions, by the letter that they begin with, as they are asked anew; the answers of a long list are its digest. */
const asks: Record<string, (disk: ProjectDisk, subject: string) => string> = {
  f: (disk, file) => String(disk.fileExists(file)),
  t: (disk, file) => wordOfText(disk.readFile(file)),
  d: (disk, directory) => String(disk.directoryExists(directory)),
  l: (disk, directory) => wordOfList(disk.getDirectories(directory)),
  r: (disk, file) => disk.realpath(file),
  s: (disk, request) => wordOfList(disk.readDirectory(...searchRequest(request))),
};

/** What was asked of the disk while something was made of it: that is still good where all the answers are still the same. */
export class Observations {
  readonly #answers = new Map<string, string>();
  #isConsistent = true;

  /** How many answers there are. */
  get size(): number {
    return this.#answers.size;
  }

  /** @returns all answers; undefined where the disk changed in between, so that no state of it gives them all */
  all(): Observation[] | undefined {
    return this.#isConsistent ? [...this.#answers] : undefined;
  }

  /** @returns whether there is a file, which it notes */
  noteFile(file: string, exists: boolean): boolean {
    this.note(`f${file}`, String(exists));
    return exists;
  }

  note(question: string, answer: string): void {
    if ((this.#answers.get(question) ?? answer) !== answer) this.#isConsistent = false;
    this.#answers.set(question, answer);
  }
}

/** @returns a disk of which every answer is noted */
export function observedDisk(disk: ProjectDisk, observations: Observations): ProjectDisk {
  function noted<Answer>(question: string, answer: Answer, word: string): Answer {
    observations.note(question, word);
    return answer;
  }
  return {
    fileExists: (file) => observations.noteFile(file, disk.fileExists(file)),
    readFile(file) {
      const answer = disk.readFile(file);
      return noted(`t${file}`, answer, wordOfText(answer));
    },
    directoryExists(directory) {
      const answer = disk.directoryExists(directory);
      return noted(`d${directory}`, answer, String(answer));
    },
    getDirectories(directory) {
      const answer = disk.getDirectories(directory);
      return noted(`l${directory}`, answer, wordOfList(answer));
    },
    readDirectory(...request) {
      const answer = disk.readDirectory(...request);
      return noted(`s${JSON.stringify(request)}`, answer, wordOfList(answer));
    },
    realpath(file) {
      const answer = disk.realpath(file);
      return noted(`r${file}`, answer, answer);
    },
  };
}

/** @returns true where the disk still answers as it was observed */
export function stillHolds([question, answer]: Observation, disk: ProjectDisk): boolean {
  return asks[question.charAt(0)]?.(disk, question.slice(1)) === answer;
}

function searchRequest(words: string): Parameters<ProjectDisk['readDirectory']> {
  // JSON has no word for what was not given.
  const given = (JSON.parse(words) as unknown[]).map((argument) => argument ?? undefined);
  return given as Parameters<ProjectDisk['readDirectory']>;
}

function wordOfText(text: string | undefined): string {
  return text === undefined ? '' : digestOf(text);
}

function wordOfList(list: readonly string[]): string {
  return digestOf(list.join('\0'));
}
