import type { TSESTree } from '@typescript-eslint/types';

/** What stands behind a name in a text: a function, a class's constructor, or a callback and the call that it is given to. */
export interface FunctionName {
  kind: 'function' | 'constructor' | 'callback' | 'unnamed';
  /** The function's or class's name, or what is called with the callback; empty where it has none. */
  name: string;
}

/** One place where a signal, or a part of a combined one, comes from. */
export type Maker =
  | { kind: 'controller' | 'aborted'; node: TSESTree.Node }
  /** `delay` in milliseconds, where it is written as a number. */
  | { kind: 'timeout'; node: TSESTree.Node; delay: number | undefined }
  /** `parts` as they are written. */
  | { kind: 'combined'; node: TSESTree.Node; parts: readonly string[] }
  /** Whoever calls `owner` gives it as `text`, such as `options.signal`; `calls` are those in the file. */
  | {
      kind: 'parameter';
      node: TSESTree.Node;
      text: string;
      owner: FunctionName;
      calls: readonly TSESTree.Node[];
    }
  | { kind: 'call'; node: TSESTree.Node; text: string }
  | { kind: 'import'; name: string; module: string };

/** When a call of `abort()` comes. */
export type AbortMoment =
  | { kind: 'timer'; delay: number | undefined }
  | { kind: 'process'; events: readonly string[] }
  | { kind: 'event'; event: string; target: string | undefined }
  | { kind: 'relay'; signal: string }
  | { kind: 'function'; owner: FunctionName };

/** What aborts a signal. */
export type AbortCause =
  | { kind: 'caller'; owner: FunctionName }
  | { kind: 'timeout'; node: TSESTree.Node; delay: number | undefined }
  | { kind: 'aborted'; node: TSESTree.Node }
  | { kind: 'abort'; node: TSESTree.Node; text: string; moment: AbortMoment | undefined }
  /** Somebody is given the controller itself, and may abort it. */
  | { kind: 'holder'; node: TSESTree.Node; name: string }
  | { kind: 'nothing' };

/** A place that the signal gets to. `as` names the other signal that it continues in there, where it does. */
export interface Use {
  kind: 'call' | 'listener' | 'check' | 'combined' | 'relayed' | 'kept' | 'returned';
  node: TSESTree.Node;
  /** What is called, read, or written to; the controller that a relay aborts; the function that returns it. */
  name: string;
  as?: string;
  /** The object that the call is given, where the signal is a member of it. */
  within?: string;
}

/** A call that could take the signal where it stands, and is not given it. */
export interface Gap {
  node: TSESTree.Node;
  name: string;
}

/** All that one file shows of a signal or controller. What is not known is left out. */
export interface SignalDescription {
  kind: 'signal' | 'controller';
  /** As the code names it there. */
  name: string;
  /** The word that was asked about. */
  word: readonly [start: number, end: number];
  makers: readonly Maker[];
  causes: readonly AbortCause[];
  uses: readonly Use[];
  gaps: readonly Gap[];
}

/** One step on the way of a signal, from where it is made to where something goes wrong. */
export interface SignalStep {
  kind: 'made' | 'timeout' | 'aborted' | 'combined' | 'relayed' | 'handed' | 'received' | 'kept' | 'given';
  node: TSESTree.Node;
  /** What is called, receives or keeps it. */
  name: string;
  /** Of `received`. */
  owner?: FunctionName;
  /** Of `timeout`, in milliseconds. */
  delay?: number;
}
