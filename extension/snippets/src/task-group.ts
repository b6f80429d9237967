/**
 * Task group
 *
 * Runs tasks side by side. The first failure aborts the others, all of them are waited for, and all failures are thrown
 * together.
 *
 * @prefix task-group
 * @placeholders runTaskGroup
 * @guidance failures-end-siblings errors-are-collected settled-is-not-done nested-cancellation
 */

/**
 * Runs tasks side by side. The first failure aborts the others; none is left running at the end.
 *
 * @returns the results in the order of the tasks
 * @throws an AggregateError of all failures, or the reason of `signal` where there are none but its abort
 */
export async function runTaskGroup<T>(
  tasks: readonly ((signal: AbortSignal) => Promise<T>)[],
  signal: AbortSignal,
): Promise<T[]> {
  signal.throwIfAborted();
  const group = new AbortController();
  const either = AbortSignal.any([signal, group.signal]);
  const failures: unknown[] = [];
  const results = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        return await task(either);
      } catch (error) {
        // The abort that comes back from a task is no failure of its own.
        const isAbort = error === either.reason || (error instanceof Error && error.name === 'AbortError');
        if (!either.aborted || !isAbort) failures.push(error);
        group.abort();
        throw error;
      }
    }),
  );
  if (failures.length > 0) throw new AggregateError(failures, 'Tasks have failed.');
  signal.throwIfAborted();
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
