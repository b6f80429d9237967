import type { MessagePort } from 'node:worker_threads';
import type { Engine, EngineOptions } from '../engine/engine.js';

/** The methods of the engine that answer, and take options, among them what stops them, as their last argument. */
export type Asked =
  | 'quickCheck'
  | 'checkText'
  | 'checkFile'
  | 'describeSignal'
  | 'explain'
  | 'disableEdits'
  | 'refactorings'
  | 'threadSignal'
  | 'about';

/** The methods that take note of something. */
export type Told = 'openDocument' | 'closeDocument' | 'filesChanged';

/** What the engine's thread is asked or told. */
export interface Question {
  id: number;
  method: Asked | Told;
  args: readonly unknown[];
  /** What stops the work; see SharedStop. */
  stop?: Int32Array<SharedArrayBuffer>;
}

/**
 * What the engine's thread says: an answer, why there is none, or what nobody asked about: a trouble, or which process it waits for now.
 */
export type Message =
  | { id: number; value: unknown }
  | { id: number; failure: string }
  | { trouble: string }
  | { process: number | undefined };

/** The engine's options that can go to another thread. */
export type PlainEngineOptions = Pick<EngineOptions, 'isDiskWatched' | 'projectLimits'>;

/** What the engine's thread is started with. */
export interface ThreadData {
  options: PlainEngineOptions;
  port: MessagePort;
}

/** What a method answers. */
export type AnswerOf<Method extends Asked> = Awaited<ReturnType<Engine[Method]>>;

/** What a method is asked about. */
export type SubjectOf<Method extends Asked> = Parameters<Engine[Method]>[0];

/** How a thread ended by itself. */
export interface EngineFailure {
  reason: string;
  /** True where this was one time too often, so that no thread is started any more. */
  isLast: boolean;
}
