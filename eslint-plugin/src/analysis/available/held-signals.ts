import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isLinkedByCall, isOpenToOtherCalls } from './local-controllers.js';
import { memberSignals } from './member-signals.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { nameSignal, type NamedSignal } from './named-signals.js';
import { originsOf, type Origin } from '../signals/origins.js';
import { isController } from '../signals/signal-factories.js';
import { isRelayed } from '../listeners/relays.js';
import { findSignal, type Signal } from '../signals/signals.js';

type Variable = TSESLint.Scope.Variable;

/** @returns the signals that a parameter or local variable is, or has as a member */
export const heldSignals = memoized((model, variable: Variable): NamedSignal[] => {
  const [definition] = variable.defs;
  const from = definition && readyAt(definition);
  const name = definition?.name;
  if (from === undefined || name?.type !== 'Identifier' || name.name.startsWith('_')) return [];
  const signal = findSignal(model, name);
  const origins = originsOf(model, name);
  if (signal) return isMeantForOthers(model, signal, origins) ? [nameSignal(model, signal, from)] : [];
  const made = origins.map((origin) => (origin.kind === 'new' ? origin : undefined));
  const [controller] = made;
  if (controller && made.every((origin) => origin !== undefined && isController(origin)))
    return signalOfController(model, name, controller.node, from);
  return memberSignals(model, variable, name, origins).map((member) => ({ ...member, from }));
});

/** Where a variable has its value: a parameter at once, a variable after its declaration. */
function readyAt(definition: TSESLint.Scope.Definition): number | undefined {
  if (definition.type === 'Parameter') return 0;
  if (definition.type !== 'Variable' || !definition.node.init) return undefined;
  return definition.node.range[1];
}

/** A received signal is, and one whose way cannot be followed; of those that the code makes, what is open to others. */
function isMeantForOthers(model: Model, { ownership, source }: Signal, origins: readonly Origin[]): boolean {
  if (ownership === 'received') return true;
  if (ownership === 'unknown') return origins.every(({ kind }) => kind === 'unknown' || kind === 'missing');
  return (
    (source?.type === 'NewExpression' || source?.type === 'CallExpression') &&
    isOpenToOtherCalls(model, source)
  );
}

function signalOfController(
  model: Model,
  name: TSESTree.Identifier,
  made: TSESTree.NewExpression,
  from: number,
): NamedSignal[] {
  const isSource = (source: TSESTree.Node): boolean => findSignal(model, source)?.ownership === 'received';
  const isReceived = isRelayed(model, made, isSource) || isLinkedByCall(model, name, isSource);
  if (!isReceived && !isOpenToOtherCalls(model, made)) return [];
  return [
    {
      text: `${name.name}.signal`,
      path: [name.name, 'signal'],
      ownership: isReceived ? 'received' : 'owned',
      source: made,
      mayBeMissing: false,
      from,
    },
  ];
}
