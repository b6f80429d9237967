import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  outermost,
  unwrapped,
} from '../code/syntax.js';
import { relaysOf } from '../listeners/relays.js';
import type { Model } from '../model.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { signalFactory, sourcesOf } from '../signals/signal-factories.js';
import { findSignal } from '../signals/signals.js';
import type { SignalStep, Use } from './facts.js';
import { calleeText, callText, functionNameOf } from './function-names.js';
import { callsOf, delayOf } from './makers.js';
import { withContinuations } from './signal-continuations.js';
import { findSource, soughtFrom } from './signal-sources.js';
import { usesOf } from './signal-uses.js';

/**
 * The way of the signal that a finding is about, as far as the file shows it: where it is made, each time it is handed on,
 * and what is done with it at the place of the finding.
 *
 * @param place what the finding underlines
 * @param related the other places that explain it
 * @returns the steps in their order; none where the finding is about no signal
 */
export function findSignalPath(
  model: Model,
  place: TSESTree.Node,
  related: readonly TSESTree.Node[],
): SignalStep[] {
  const source = findSource(model, place, related);
  if (!source) return [];
  const steps = [...wayTo(model, source, new Set()), ...wayOn(model, source, place)];
  return steps.filter(({ node }, index) => steps.findIndex((other) => other.node === node) === index);
}

/** The steps from where a signal is made to one of its sources, that one included. */
function wayTo(model: Model, source: TSESTree.Node, seen: Set<TSESTree.Node>): SignalStep[] {
  if (seen.has(source)) return [];
  seen.add(source);
  const follow = (signal: TSESTree.Node): SignalStep[] => {
    const from = findSignal(model, signal)?.source;
    return from ? wayTo(model, from, seen) : [];
  };
  if (source.type === 'Identifier') return wayToParameter(model, source, seen);
  if (source.type === 'NewExpression') {
    const relays = relaysOf(model).filter(({ made }) => made === source);
    return [
      ...relays.flatMap(({ registration }) => follow(registration.target)),
      { kind: 'made', node: source, name: calleeText(source) },
      ...relays.map(({ registration, controller }): SignalStep => {
        return { kind: 'relayed', node: registration.node, name: accessPath(controller)?.join('.') ?? '' };
      }),
    ];
  }
  if (source.type !== 'CallExpression') return [];
  const name = calleeText(source);
  switch (signalFactory(source)) {
    case 'any':
      return [...sourcesOf(source).flatMap(follow), { kind: 'combined', node: source, name }];
    case 'timeout': {
      const delay = delayOf(model, source);
      return [{ kind: 'timeout', node: source, name, ...(delay !== undefined && { delay }) }];
    }
    case 'abort':
      return [{ kind: 'aborted', node: source, name }];
    default:
      return [{ kind: 'given', node: source, name }];
  }
}

/** Where the file itself calls the function once, the way of what it hands over comes first. */
function wayToParameter(model: Model, name: TSESTree.Identifier, seen: Set<TSESTree.Node>): SignalStep[] {
  const owner = enclosingFunction(name);
  if (!owner) return [];
  const index = owner.params.findIndex((parameter) => isInside(name, parameter));
  const handed = callsOf(model, owner).flatMap((call) => {
    const argument = call.arguments[index];
    const signal = argument && signalsHandedTo(model, call).find(({ node }) => isInside(node, argument));
    return signal ? [{ call, signal }] : [];
  });
  const [first, ...others] = handed;
  const before = first?.signal.source && others.length === 0 ? wayTo(model, first.signal.source, seen) : [];
  return [
    ...before,
    ...handed.map(({ call }): SignalStep => ({ kind: 'handed', node: call.callee, name: callText(call) })),
    { kind: 'received', node: name, name: name.name, owner: functionNameOf(owner) },
  ];
}

/** The steps from a source to the finding: into a field, into other signals, into the calls that the finding is about. */
function wayOn(model: Model, source: TSESTree.Node, place: TSESTree.Node): SignalStep[] {
  const region = regionBefore(place);
  const owner = source.type === 'Identifier' ? enclosingFunction(source) : undefined;
  const isElsewhere = owner !== undefined && !isInside(place, owner);
  const uses = usesOf(model, withContinuations(model, soughtFrom(model, source)));
  const calls = uses.filter(({ kind, node }) => kind === 'call' && region && isInside(node, region));
  const continued = new Set(calls.flatMap(({ as }) => as ?? []));
  return uses.flatMap((use): SignalStep[] => {
    const isOnTheWay =
      calls.includes(use) || (use.kind === 'kept' && isElsewhere) || isContinuedIn(use, continued);
    return isOnTheWay ? [stepOf(use)] : [];
  });
}

function isContinuedIn({ kind, name }: Use, continued: ReadonlySet<string>): boolean {
  if (kind === 'combined') return continued.has(name);
  return kind === 'relayed' && continued.has(`${name}.signal`);
}

function stepOf({ kind, node, name }: Use): SignalStep {
  switch (kind) {
    case 'combined':
    case 'relayed':
    case 'kept':
      return { kind, node, name };
    default:
      return {
        kind: 'handed',
        node: node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node,
        name,
      };
  }
}

/** What may fail before the finding: the block of a `try`, or the promise that a `catch` is called on. */
function regionBefore(place: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = place;
  if (parent?.type === 'MemberExpression' && parent.property === place) {
    const region = handledPromise(parent);
    if (region) return region;
  }
  for (const outer of [place, ...ancestorsOf(place)]) {
    if (outer.type === 'CatchClause') return outer.parent.block;
    if (!isFunction(outer)) continue;
    const call = outermost(outer).parent;
    const callee = call?.type === 'CallExpression' ? unwrapped(call.callee) : undefined;
    return callee?.type === 'MemberExpression' ? handledPromise(callee) : undefined;
  }
  return undefined;
}

/** The promise that `catch`, `then` or `finally` is called on. */
function handledPromise(method: TSESTree.MemberExpression): TSESTree.Node | undefined {
  return /^(?:catch|then|finally)$/.test(memberName(method) ?? '') ? outermost(method.object) : undefined;
}
