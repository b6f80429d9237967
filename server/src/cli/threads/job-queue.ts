import type { Candidate } from './find-candidates.js';

/** The files of one TypeScript project, or all that have none, as far as no thread has taken them. */
export interface Share {
  readonly hasProject: boolean;
  readonly rest: Candidate[];
  isStarted: boolean;
  hasCrashed: boolean;
}

/** What a thread takes at once: files of one share. */
export interface Job {
  share: Share;
  files: readonly Candidate[];
}

// Few enough for all threads to end at the same time, and for a crash to cost little.
const filesPerJob = 20;
// A second thread builds the program of a project once more, which takes the time that so many of its files take.
const filesWorthAProgram = 60;

/** Deals files out to threads: each stays with a project until that is done, so that few programs are built twice. */
export class JobQueue {
  readonly #shares: readonly Share[];

  /**
   * @param candidates the files
   * @param projectOf names the project of a file by a word of its own; undefined for a file without one
   */
  constructor(candidates: readonly Candidate[], projectOf: (file: string) => string | undefined) {
    const shares = new Map<string | undefined, Share>();
    for (const candidate of candidates) {
      const project = projectOf(candidate.file);
      const share = shares.get(project) ?? newShare(project !== undefined);
      share.rest.push(candidate);
      shares.set(project, share);
    }
    this.#shares = [...shares.values()];
  }

  /**
   * @param last what the thread has been at
   * @returns the thread's next files; undefined where there is nothing left that would be worth its while
   */
  next(last?: Share): Job | undefined {
    const share = last && last.rest.length > 0 ? last : this.#largest();
    if (!share) return undefined;
    share.isStarted = true;
    return { share, files: share.rest.splice(0, filesPerJob) };
  }

  /**
   * Takes note that the thread of a job has died. The file that it was at is lost, and the rest of its project too when that
   * happens for the second time: then it is the program that is too much, and it would be so again.
   *
   * @param left the files of the job that have no result
   * @returns the files that will have none, the one that the thread was at first
   */
  crashed({ share }: Job, left: readonly Candidate[]): readonly Candidate[] {
    const [at, ...others] = left;
    if (!at) return [];
    if (share.hasProject && share.hasCrashed) return [at, ...others, ...share.rest.splice(0)];
    share.hasCrashed = true;
    share.rest.unshift(...others);
    return [at];
  }

  /** The most work comes first, and a project that nobody is at before one that is shared. */
  #largest(): Share | undefined {
    const open = this.#shares.filter(({ rest }) => rest.length > 0);
    const untouched = open.filter(({ isStarted }) => !isStarted);
    const shared = open.filter(({ rest, hasProject }) => !hasProject || rest.length >= filesWorthAProgram);
    return (untouched.length > 0 ? untouched : shared).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  }
}

function newShare(hasProject: boolean): Share {
  return { hasProject, rest: [], isStarted: false, hasCrashed: false };
}

function sizeOf({ rest }: Share): number {
  return rest.reduce((sum, { size }) => sum + size, 0);
}
