import { describe, expect, it } from 'vitest';
import { JobQueue, type Job } from '../../server/src/cli/threads/job-queue.js';

/** A queue of files named `<project>/<number>`; those of the project `-` have none. */
function queueOf(counts: Record<string, number>): JobQueue {
  const files = Object.entries(counts).flatMap(([project, count]) =>
    Array.from({ length: count }, (_, index) => `${project}/${String(index)}`),
  );
  const candidates = files.map((file, index) => ({ file, index, size: 1, digest: '' }));
  return new JobQueue(candidates, (file) => (file.startsWith('-') ? undefined : file.split('/')[0]));
}

function nextOf(queue: JobQueue, last?: Job): Job {
  const job = queue.next(last?.share);
  if (!job) throw new Error('The queue is empty.');
  return job;
}

function projectOf(job: Job | undefined): string | undefined {
  return job?.files[0]?.file.split('/')[0];
}

describe('the share of a thread', () => {
  it('is one project until that is done, then the largest that nobody is at', () => {
    const queue = queueOf({ a: 30, b: 50, c: 10 });
    const first = queue.next();
    const second = queue.next();
    expect([first, second].map(projectOf)).toEqual(['b', 'a']);
    const taken = [];
    for (let job = queue.next(first?.share); job; job = queue.next(job.share)) taken.push(projectOf(job));
    expect(taken).toEqual(['b', 'b', 'c']);
    expect(projectOf(queue.next(second?.share))).toBe('a');
    expect(queue.next(second?.share)).toBeUndefined();
  });

  it('is part of a project of another thread only where that is worth building the program again', () => {
    const large = queueOf({ a: 100 });
    expect([large.next(), large.next(), large.next()].map(projectOf)).toEqual(['a', 'a', 'a']);
    expect(large.next()).toBeUndefined();
    const small = queueOf({ a: 60 });
    expect([small.next(), small.next()].map(projectOf)).toEqual(['a', undefined]);
  });

  it('is any part of the files without a project', () => {
    const queue = queueOf({ '-': 50 });
    expect([queue.next(), queue.next(), queue.next(), queue.next()].map((job) => job?.files.length)).toEqual([
      20,
      20,
      10,
      undefined,
    ]);
  });
});

describe('a thread that dies', () => {
  it('loses the file that it was at; the second time, the rest of the project', () => {
    const queue = queueOf({ a: 25 });
    const job = nextOf(queue);
    expect(queue.crashed(job, job.files.slice(3)).map(({ file }) => file)).toEqual(['a/3']);
    const next = nextOf(queue, job);
    expect(next.files[0]?.file).toBe('a/4');
    expect(queue.crashed(next, next.files)).toHaveLength(21);
    expect(queue.next(job.share)).toBeUndefined();
  });

  it('loses nothing when all its files have a result', () => {
    const queue = queueOf({ a: 1 });
    expect(queue.crashed(nextOf(queue), [])).toEqual([]);
  });

  it('never loses more than a file that has no project', () => {
    const queue = queueOf({ '-': 10 });
    for (let left = 10; left > 0; left--) {
      const job = nextOf(queue);
      expect(job.files).toHaveLength(left);
      expect(queue.crashed(job, job.files)).toHaveLength(1);
    }
    expect(queue.next()).toBeUndefined();
  });
});
