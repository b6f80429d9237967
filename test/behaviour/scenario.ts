import type { Script } from './loopback-server.js';

/** What is left when a program has ended. */
export interface Outcome {
  /** Null where a signal ends it. */
  exitCode: number | null;
  /** The signal that ends it, where no exit code does. */
  killedBy?: NodeJS.Signals;
  /** What it printed. */
  lines: readonly string[];
  /** The files in its folder, by name. */
  files: Readonly<Record<string, unknown>>;
  /** What the server saw of it, each request with its end; not compared where it depends on the moment of a timeout. */
  requests?: readonly string[];
}

export interface CancelledOutcome extends Outcome {
  /** What has to be seen before the server completes the answer that it holds, where the program waits for that. */
  releasedOnce?: string;
}

/** How a run is cancelled: from outside, as soon as something was seen of it, or by the time that it is given. */
export type Cancellation =
  | {
      by: 'SIGINT' | 'SIGTERM' | 'a message';
      once: string;
      /** What has to be seen before the same is sent a second time. */
      again?: string;
    }
  | { by: 'a timeout'; milliseconds: number };

/** What the program of a rule does when it is left alone, and when it is cancelled: as it stands, and mended. */
export interface Scenario {
  /** True where the rule, which reports other code without types, needs them for this program. */
  needsTypes?: boolean;
  cancellation: Cancellation;
  script: Required<Script>;
  undisturbed: Outcome;
  bad: CancelledOutcome;
  /** After each suggestion; where the rule has none, the program that was mended by hand, `<rule>.mended.ts`. */
  fixed: CancelledOutcome;
}
