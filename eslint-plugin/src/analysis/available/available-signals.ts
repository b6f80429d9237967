import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { functionsWorkingAt, methodWorkingAt } from '../code/enclosing-work.js';
import { fieldSignals } from './field-signals.js';
import { heldSignals } from './held-signals.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import type { NamedSignal } from './named-signals.js';
import { isSignalSpentAt } from './signal-branches.js';
import { isLimitOfTurn } from './turn-limits.js';
import { isInside } from '../code/syntax.js';

/** A signal that code can name where it stands. */
export type AvailableSignal = Omit<NamedSignal, 'from'>;

/**
 * The signal that a call, or other code, should be given: the nearest one whose abort is meant for it. A received signal goes before one
 * that the code made for itself, and one that was combined from several before its parts.
 *
 * @returns undefined where there is none, or where it is known to be missing or aborted there
 */
export const findAvailableSignal = memoized((model, place: TSESTree.Node): AvailableSignal | undefined => {
  const functions = functionsWorkingAt(model, place);
  const outermost = functions.at(-1);
  if (!outermost) return undefined;
  const reachable = [
    ...scopesAround(model, place, outermost).flatMap((scope) => signalsOfScope(model, scope, place)),
    ...fieldSignals(model, methodWorkingAt(model, place)),
  ];
  const [best] = [...reachable].sort((left, right) => rankOf(model, left) - rankOf(model, right));
  return best && !isSignalSpentAt(place, best.path, outermost) ? best : undefined;
});

/** The sort is stable, so that among equals the nearest stays first. */
function rankOf(model: Model, { ownership, source }: NamedSignal): number {
  if (ownership === 'owned') return 2;
  return isLimitOfTurn(model, source) ? 1 : 0;
}

function scopesAround(model: Model, node: TSESTree.Node, outermost: TSESTree.Node): TSESLint.Scope.Scope[] {
  const scopes: TSESLint.Scope.Scope[] = [];
  let scope: TSESLint.Scope.Scope | null = model.sourceCode.getScope(node);
  for (; scope; scope = scope.upper) {
    scopes.push(scope);
    if (scope.type === 'function' && scope.block === outermost) break;
  }
  return scopes;
}

/** Most scopes hold none. */
const signalHoldersOf = memoized((model, scope: TSESLint.Scope.Scope): TSESLint.Scope.Variable[] =>
  scope.variables.filter((variable) => heldSignals(model, variable).length > 0),
);

/** The signals of one scope that the place can name, the one that was derived last first. */
function signalsOfScope(model: Model, scope: TSESLint.Scope.Scope, place: TSESTree.Node): NamedSignal[] {
  return signalHoldersOf(model, scope)
    .filter((variable) => isVisibleAt(model, variable, place))
    .flatMap((variable) => heldSignals(model, variable))
    .filter(({ from }) => from <= place.range[0])
    .sort((left, right) => right.from - left.from || preference(right) - preference(left));
}

/** Among the parameters, the one that is called plainly `signal` is the one that is meant. */
function preference({ path }: NamedSignal): number {
  return path.at(-1) === 'signal' || path.at(-1) === 'abortSignal' ? 1 : 0;
}

/** False where a variable of the same name stands nearer. */
function isVisibleAt(model: Model, variable: TSESLint.Scope.Variable, place: TSESTree.Node): boolean {
  let scope: TSESLint.Scope.Scope | null = model.sourceCode.getScope(place);
  for (; scope && scope !== variable.scope; scope = scope.upper) {
    if (scope.set.has(variable.name)) return false;
  }
  return true;
}

/**
 * Can the signal that a call should be given be named where the one stands that it is given: in the call, or in options that
 * stand before it?
 */
export function isNamedWhere(
  model: Model,
  given: TSESTree.Node,
  call: TSESTree.Node,
  { text }: AvailableSignal,
): boolean {
  return isInside(given, call) || findAvailableSignal(model, given)?.text === text;
}
