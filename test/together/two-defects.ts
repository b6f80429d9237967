/** Two rules that may speak of one place, or whose findings one edit can mend, and why these are two defects. */
export interface TwoDefects {
  rules: readonly [string, string];
  because: string;
}

export const twoDefects: readonly TwoDefects[] = [
  {
    rules: ['forward-abort-signal', 'no-late-abort-listener'],
    because:
      'A call that is given the signal looks at its state, so that a late listener does no harm any more.',
  },
  {
    rules: ['forward-abort-signal', 'no-uncancelled-race-loser'],
    because:
      "A call that loses a race lacks the caller's signal and a time limit; who adds a limit adds the signal too.",
  },
  {
    rules: ['forward-abort-signal', 'no-uncleared-abort-timer'],
    because: 'The request lacks the signal of its timer, and the timer stays where the request fails.',
  },
  {
    rules: ['forward-abort-signal', 'require-abort-check-after-await'],
    because: 'The step behind an unchecked await is no step too many once it ends by the signal itself.',
  },
  {
    rules: ['no-abort-listener-leak', 'no-late-abort-listener'],
    because: 'A listener that comes too late for one abort may stay too long after another call.',
  },
  {
    rules: ['no-abort-listener-leak', 'no-lossy-abort-relay'],
    because:
      'A relay that loses the reason leaves its listener behind as well; AbortSignal.any does neither.',
  },
  {
    rules: ['no-dropped-abort-reason', 'no-unobserved-signal'],
    because: 'Before the promise is made the abort has another reason, and afterwards nobody looks at it.',
  },
  {
    rules: ['no-late-abort-listener', 'no-signal-misuse'],
    because: "`onabort` comes too late for one abort, and takes the caller's own handler away.",
  },
  {
    rules: ['no-lossy-abort-relay', 'no-signal-misuse'],
    because: "A relay by `onabort` misses an abort, and takes the caller's own handler away.",
  },
  {
    rules: ['no-non-error-abort-reason', 'no-reused-aborted-controller'],
    because: 'What an abort says is one thing, and that its controller is used afterwards another.',
  },
  {
    rules: ['no-unabortable-controller', 'require-exit-in-signal-handler'],
    because: 'A controller that nothing aborts is just what a handler lacks that ends nothing.',
  },
  {
    rules: ['no-uncancelled-race-loser', 'require-signal-parameter'],
    because: 'A timer that is given a signal is no longer known to stay, whoever wins the race.',
  },
  {
    rules: ['no-uncancelled-siblings', 'no-uncleared-abort-timer'],
    because:
      'The other calls go on and the timer stays; an abort in `finally` leaves the timer nothing to do.',
  },
  {
    rules: ['no-uncleared-abort-timer', 'no-wrong-signal'],
    because: 'The request lacks the signal of its timer, and the timer stays where the request fails.',
  },
  {
    rules: ['no-unsafe-async-signal-handler', 'require-sigint-and-sigterm'],
    because: 'What a handler does with its signal is one thing, and which signals have one another.',
  },
];

/** What a rule finds only once the suggestion of another one was made, elsewhere in the text, and why it could not before. */
export interface Uncovered {
  suggested: string;
  found: string;
  because: string;
}

export const uncovered: readonly Uncovered[] = [
  {
    suggested: 'forward-abort-signal',
    found: 'no-timeout-cleared-before-body',
    because: 'A timer limits no request before the request has its signal.',
  },
  {
    suggested: 'no-misplaced-signal-argument',
    found: 'no-unabortable-controller',
    because: 'A controller that is handed to others whole may be aborted by them.',
  },
  {
    suggested: 'no-wrong-signal',
    found: 'no-timeout-cleared-before-body',
    because: 'A timer limits no request before the request has its signal.',
  },
];
