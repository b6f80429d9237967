import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isInside } from '../code/syntax.js';
import { abortedController } from '../controllers/abort-calls.js';
import type { Model } from '../model.js';
import { makesController, signalFactory } from '../signals/signal-factories.js';
import { isSignalName } from '../signals/signals.js';
import { isMadeAt } from './signal-continuations.js';
import { usesOf } from './signal-uses.js';
import type { SoughtSignal } from './sought-signals.js';
import { findSubject, soughtBy, subjectOf } from './subjects.js';

/**
 * Where the signal that a finding is about is made, or comes in as a parameter.
 *
 * @param place what the finding underlines
 * @param related the other places that explain it
 */
export function findSource(
  model: Model,
  place: TSESTree.Node,
  related: readonly TSESTree.Node[],
): TSESTree.Node | undefined {
  return related.find((node) => isSource(model, node)) ?? findSourceAt(model, [place, ...related]);
}

/** Is it a place where a signal is made or comes in? */
function isSource(model: Model, node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'NewExpression':
      return makesController(node);
    case 'CallExpression':
      return signalFactory(node) !== undefined;
    case 'Identifier':
      return isParameter(node) && (subjectOf(model, node)?.kind === 'signal' || carriesSignal(model, node));
    default:
      return false;
  }
}

function isParameter(node: TSESTree.Identifier): boolean {
  const owner = enclosingFunction(node);
  return owner?.params.some((parameter) => isInside(node, parameter)) ?? false;
}

function carriesSignal(model: Model, name: TSESTree.Identifier): boolean {
  return usesOf(model, [soughtFrom(model, name)]).length > 0;
}

/** The source of a signal or controller that one of the places names, or that a call there aborts. */
function findSourceAt(model: Model, places: readonly TSESTree.Node[]): TSESTree.Node | undefined {
  for (const place of places) {
    const controller = place.type === 'CallExpression' ? abortedController(place) : undefined;
    const subject = controller ? subjectOf(model, controller) : findSubject(model, place.range[0]);
    for (const origin of subject?.origins ?? []) {
      if (origin.kind === 'parameter') return origin.name;
      if (origin.kind === 'new' && makesController(origin.node)) return origin.node;
      if (origin.kind === 'call' && signalFactory(origin.node)) return origin.node;
    }
  }
  return undefined;
}

/** @returns what to look for to find every place that has the signal from one source */
export function soughtFrom(model: Model, source: TSESTree.Node): SoughtSignal {
  const subject = source.type === 'Identifier' ? subjectOf(model, source) : undefined;
  if (subject?.kind === 'signal') return soughtBy(model, subject);
  return {
    isOrigin: (origin) =>
      origin.kind === 'parameter'
        ? origin.name === source && isSignalName(origin.path.at(-1) ?? '')
        : isMadeAt(origin, source),
    members: ['signal', 'abortSignal'],
    places: new Set(),
  };
}
