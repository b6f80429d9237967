import type { TSESLint } from '@typescript-eslint/utils';
import {
  callNamedAt,
  findCallStep,
  findExtensibleFunction,
  findFunctionName,
  functionNamedAt,
  modelOf,
  slotOfExtended,
  takesSignal,
  type Model,
} from './analysis/index.js';
import { takeParameter } from './fix/add-signal-parameter.js';
import { threadSignal } from './fix/thread-signal.js';
import type { SignalFile } from './signals.js';

/** How a function is going to take its signal. */
export interface ThreadSlot {
  /** Which argument it is, or holds it as a member. */
  argument: number;
  option?: string;
  /** False where `undefined` may not stand in for a signal that is missing. */
  acceptsUndefined: boolean;
}

/** A call through which a signal is threaded, by the offset of the called name; no slot where its function takes one already. */
export interface ThreadCall {
  name: number;
  slot?: ThreadSlot | undefined;
}

/** One edit: a function comes to a parameter, or a call to an argument. */
export interface ThreadEdit {
  range: readonly [number, number];
  text: string;
  role: 'parameter' | 'argument';
}

/** How a call comes to a signal: there is one in its reach, or its function, by the name at the offset, has to ask for one. */
export type ThreadStep = { kind: 'pass' } | { kind: 'ask'; name: number };

/** A file of types, as a signal is threaded through its functions and calls. All places are offsets of names. */
export interface ThreadFile {
  /** Has the function a signal of its callers already? */
  takesSignal(name: number): boolean;
  /**
   * Can the function be given a signal, as far as its file shows it?
   *
   * @param calls those in it that are going to take one
   * @returns where its callers have to give it then
   */
  extension(name: number, calls: readonly ThreadCall[]): ThreadSlot | undefined;
  /** @returns undefined where the call has a signal, should have none, or is the work of a function without a name */
  step(call: ThreadCall): ThreadStep | undefined;
  /** @returns the edits that let functions take a signal, and hand one to these calls and to the others in the functions */
  edits(functions: readonly number[], calls: readonly ThreadCall[]): ThreadEdit[];
}

/** @param isExact whether the file's program is compiled with `exactOptionalPropertyTypes` */
export function threadFile({ filename, sourceCode }: SignalFile, isExact: boolean): ThreadFile {
  const model = modelOf({ filename, sourceCode: sourceCode as TSESLint.SourceCode, settings: {} });
  return {
    takesSignal(name) {
      const node = functionNamedAt(model, name);
      return node !== undefined && takesSignal(model, node);
    },
    extension(name, calls) {
      const node = functionNamedAt(model, name);
      const { agreed } = callsOf(model, calls);
      const found = node && findExtensibleFunction(model, node, { isFree: true, agreed });
      return found && takeParameter(model, found) ? slotOfExtended(found, isExact) : undefined;
    },
    step(call) {
      const { agreed, others } = callsOf(model, [call]);
      const [node] = [...agreed.keys(), ...others];
      const step = node && findCallStep(model, node, agreed);
      if (step?.kind !== 'ask') return step;
      const name = findFunctionName(step.owner);
      return name && { kind: 'ask', name: name.node.range[0] };
    },
    edits(functions, calls) {
      const extended = functions.flatMap((name) => functionNamedAt(model, name) ?? []);
      return threadSignal(model, { extended, ...callsOf(model, calls) });
    },
  };
}

function callsOf(model: Model, calls: readonly ThreadCall[]) {
  const found = calls.flatMap(({ name, slot }) => {
    const node = callNamedAt(model, name);
    return node ? [{ node, slot }] : [];
  });
  return {
    agreed: new Map(found.flatMap(({ node, slot }) => (slot ? [[node, slot] as const] : []))),
    others: found.flatMap(({ node, slot }) => (slot ? [] : [node])),
  };
}
