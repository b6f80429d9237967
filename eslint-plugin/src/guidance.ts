/** One point of good practice for work that can be cancelled; each rule serves at least one. */
export interface GuidancePoint {
  id: string;
  title: string;
  /** The point as Python's asyncio knows it, where it comes from there. */
  asyncio?: string;
  /** What it means in JavaScript and TypeScript. */
  meaning: string;
}

/** What the project holds programs to, from the interrupt to the test of it. */
export const guidance = [
  {
    id: 'interrupts-are-events',
    title: 'An interrupt is an event, an abort is a rejection',
    asyncio:
      'KeyboardInterrupt is raised in the main thread and CancelledError in the tasks, so a coroutine that catches the first one catches nothing.',
    meaning:
      'SIGINT and SIGTERM are events of `process`; no `catch` ever sees them. What arrives in a `catch` is the rejection of an operation whose signal was aborted.',
  },
  {
    id: 'handlers-abort',
    title: 'The handler aborts, and the program ends by itself',
    asyncio: 'Handlers are registered on the loop, and cancel the tasks.',
    meaning:
      'The handlers of SIGINT and SIGTERM abort one controller whose signal everything receives. The work ends, its cleanup runs, and then the process ends with the right exit code. A handler that ends nothing keeps the process alive; one that exits at once cuts the cleanup off.',
  },
  {
    id: 'entry-point-absorbs',
    title: 'The entry point owns the controller',
    asyncio: 'A synchronous wrapper at the entry point catches the interrupt.',
    meaning:
      'Whoever made the controller may absorb its abort: the entry point does, and sets the exit code, 130 for SIGINT and 143 for SIGTERM. Functions that only received the signal are the wrong layer for that, because their callers would see a success.',
  },
  {
    id: 'aborts-pass-through',
    title: 'Cleanup, and then the abort goes on',
    asyncio: 'CancelledError is raised again after the cleanup.',
    meaning:
      'A `catch` over cancellable work takes the abort too. It throws the abort on as it is, neither as a normal result nor as another error, and a retry does not take it for a reason to try again.',
  },
  {
    id: 'aborts-can-be-told',
    title: 'An abort, a timeout and a failure can be told apart',
    asyncio: 'A timeout is not an interrupt.',
    meaning:
      'What arrives differs by the API and by the reason: an AbortError, a TimeoutError, the reason itself. So tests look at the signal or at all the names that can come, reasons are errors, and whoever rejects on an abort does it with the reason. What somebody asked for is not reported as a failure.',
  },
  {
    id: 'failures-end-siblings',
    title: 'A failure ends the siblings',
    asyncio: 'A task group cancels the siblings of a failed task and waits for all of them.',
    meaning:
      '`Promise.all` and `Promise.race` cancel nobody. A controller of the group does, aborted when the first task fails or the race is won.',
  },
  {
    id: 'errors-are-collected',
    title: 'The errors of single tasks are collected and reported',
    asyncio: 'The errors of all tasks come together in one group, whether some or all have failed.',
    meaning:
      'An AggregateError carries them in `errors`, and whoever handles it looks there. Some tasks may have succeeded: what they did has to be kept or undone.',
  },
  {
    id: 'settled-is-not-done',
    title: 'Settled is not succeeded',
    asyncio:
      '`gather(return_exceptions=True)` gives exceptions back as results, and they have to be looked for.',
    meaning:
      '`Promise.allSettled` never rejects. A result that nobody looks at is a failure that nobody sees, or an abort that was lost.',
  },
  {
    id: 'cleanup-is-shielded',
    title: 'Cleanup runs to its end',
    asyncio: 'Cleanup that waits can be cancelled as well, and is shielded.',
    meaning:
      'Cleanup that is handed the aborted signal fails at once; it gets none, or one of its own with a time limit. Cleanup that is not awaited is cut off or fails unseen; cleanup that comes too early takes away what is still in use. Streams and iterators let go of their source when their consumer stops.',
  },
  {
    id: 'nested-cancellation',
    title: 'A signal within a signal',
    asyncio: 'A timeout within a cancelled task must not hide the cancellation.',
    meaning:
      'An own limit is combined with the received signal, by `AbortSignal.any`, and does not replace it. The inner work gets the inner signal, a relay keeps the reason and the state, and the limit of a request holds until its body has been read.',
  },
  {
    id: 'second-signal',
    title: 'A second signal',
    asyncio: 'People press Ctrl+C several times.',
    meaning:
      'A handler that is called again neither starts its cleanup a second time nor dies half-way through it. The second signal either changes nothing or ends the process on purpose.',
  },
  {
    id: 'platforms',
    title: 'Platforms',
    asyncio: 'On Windows handlers are limited.',
    meaning:
      'SIGKILL and SIGSTOP cannot be handled anywhere, and a worker thread gets no signals at all. Windows knows SIGINT from the terminal, SIGBREAK and SIGHUP; another process can only end a process there, not ask it to end.',
  },
  {
    id: 'input-is-checked',
    title: 'Limits and lists are checked',
    asyncio: 'Empty lists, limits of zero or less and None are tested before anything starts.',
    meaning:
      '`Promise.race([])` never settles, a limit of 0 or NaN starts nothing or everything, and a time limit that is no number throws or fires at once.',
  },
  {
    id: 'real-signals',
    title: 'Tests deliver real signals',
    asyncio: 'A real signal takes another way than a timeout, so tests send one.',
    meaning:
      'A test starts the program in a process of its own and delivers the signal to it. `process.emit` calls the listeners and nothing else, and `AbortSignal.timeout` takes another path than an interrupt.',
  },
  {
    id: 'cleanup-is-verified',
    title: 'Tests look at what is left',
    asyncio: 'That the cleanup ran is verified, over several ways to end.',
    meaning:
      'Completion, abort, timeout, SIGINT and SIGTERM each leave something to look at: the rejection, the exit code, the lock that is gone. A test that aborts and asserts nothing of this passes whatever happens.',
  },
  {
    id: 'signals-are-handed-on',
    title: 'The signal is handed on',
    meaning:
      'Nothing cancels the awaited work by itself, as it does in asyncio: every function takes a signal and hands it to whatever it waits for. What takes no signal observes it: by a test between two steps, or by a listener.',
  },
  {
    id: 'abort-listeners',
    title: 'Abort listeners come in time, and go',
    meaning:
      'A listener hears nothing of an abort that has been, stays on a signal that outlives the work, and nobody looks at the promise that it returns. Timers that abort are cleared, and an abort that arrives as the `error` event of a child process has a listener.',
  },
  {
    id: 'one-controller-each',
    title: 'A controller for each operation',
    meaning:
      'An aborted controller stays aborted, so the next operation gets a new one. Somebody holds each controller and can abort it, calls `abort()` as a method and with a reason or none, and does not call it because the work has succeeded.',
  },
] as const satisfies readonly GuidancePoint[];

export type GuidanceId = (typeof guidance)[number]['id'];
