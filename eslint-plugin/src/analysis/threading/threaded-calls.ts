import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal } from '../available/available-signals.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { allNodes, type FunctionNode } from '../code/syntax.js';
import {
  findExtensibleFunction,
  signalOf,
  type ExtensibleFunction,
} from '../forwarding/extensible-functions.js';
import type { ParameterWay } from '../forwarding/signal-parameters.js';
import {
  findUnforwardedSignals,
  type AgreedSlot,
  type AgreedSlots,
  type UnforwardedSignal,
} from '../forwarding/unforwarded-signals.js';
import type { Model } from '../model.js';

/** What is to happen in a file through which a signal is threaded. */
export interface ThreadedCalls {
  /** The functions that are going to take a signal. */
  extended: readonly FunctionNode[];
  /** Where the calls of functions that are going to take one have to give it. */
  agreed: AgreedSlots;
  /** Calls of functions that take one already. */
  others: readonly TSESTree.CallExpression[];
}

/**
 * Finds out how a function takes a signal once it has been extended.
 *
 * @param isExact whether the program is compiled with `exactOptionalPropertyTypes`
 */
export function slotOfExtended(
  { function: { params }, way }: Pick<ExtensibleFunction, 'function' | 'way'>,
  isExact: boolean,
): AgreedSlot & { argument: number } {
  // The type of `this` stands among the parameters.
  const own = params.filter((each) => each.type !== 'Identifier' || each.name !== 'this').length;
  if (way.kind === 'positional') return { argument: own, acceptsUndefined: true };
  const isNew = way.kind === 'options';
  return { argument: isNew ? own : own - 1, option: 'signal', acceptsUndefined: !isExact };
}

/** Finds the functions of a file as they can be extended, and the calls in it that are to be given a signal then. */
export function findThreadedCalls(
  model: Model,
  { extended, agreed, others }: ThreadedCalls,
): { functions: ExtensibleFunction[]; calls: UnforwardedSignal[] } {
  const functions = extended
    .map((node) => findExtensibleFunction(model, node, { isFree: true, agreed }))
    .filter((each) => each !== undefined);
  const ways = new Map<FunctionNode, ParameterWay>(functions.map((each) => [each.function, each.way]));
  const threaded = new Set<TSESTree.Node>([...agreed.keys(), ...others]);
  const within = functions.flatMap(({ function: { body } }): TSESTree.CallExpression[] =>
    allNodes(body, model.sourceCode.visitorKeys).filter((each) => each.type === 'CallExpression'),
  );
  const calls = findUnforwardedSignals(
    model,
    [...new Set([...agreed.keys(), ...others, ...within])],
    (_, call) => {
      const available = findAvailableSignal(model, call);
      if (available) return threaded.has(call) ? available : undefined;
      const owner = functionsWorkingAt(model, call).find((each) => ways.has(each));
      const way = owner && ways.get(owner);
      return way && signalOf(owner, way);
    },
    agreed,
  );
  return { functions, calls: calls.filter(({ isAbortHandled }) => isAbortHandled) };
}
