import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  findAvailableSignal,
  findCallOpening,
  isFunction,
  outermost,
  type Model,
} from '../analysis/index.js';
import { passSignal } from './pass-signal.js';

/**
 * Replaces a race between a call and a timer that rejects by the call alone, which is given `AbortSignal.timeout`.
 *
 * @param call the contender that takes a signal
 * @param timer the `setTimeout` of the other contender, a `new Promise` in the race's own array
 * @returns undefined where the code cannot be rewritten so, or where a signal that may be missing belongs to the call as well
 */
export function limitRaceBySignal(
  model: Model,
  race: TSESTree.CallExpression,
  { call, timer }: { call: TSESTree.CallExpression; timer: TSESTree.CallExpression },
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { sourceCode } = model;
  const [list] = race.arguments;
  const [, delay] = timer.arguments;
  if (list?.type !== 'ArrayExpression' || list.elements.length !== 2 || !delay) return undefined;
  const other = list.elements.find((each) => each && outermost(each) !== outermost(call));
  const isBeside = list.elements.includes(call) && other?.type === 'NewExpression';
  const executor = isBeside ? other.arguments[0] : undefined;
  if (!isFunction(executor) || executor.params.length < 2) return undefined;
  const opening = findCallOpening(model, call);
  const isPlain =
    delay.type === 'Literal' || delay.type === 'Identifier' || delay.type === 'MemberExpression';
  if (!opening || !isPlain || sourceCode.getCommentsInside(race).length > 0) return undefined;
  const timeout = `AbortSignal.timeout(${sourceCode.getText(delay)})`;
  const caller = findAvailableSignal(model, call);
  if (caller?.mayBeMissing) return undefined;
  const text = caller ? `AbortSignal.any([${caller.text}, ${timeout}])` : timeout;
  const pass = passSignal(model, {
    call,
    ...opening,
    signal: { text, mayBeMissing: false },
    acceptsUndefined: true,
  });
  return (
    pass &&
    ((fixer) => [
      fixer.removeRange([race.range[0], call.range[0]]),
      ...pass(fixer),
      fixer.removeRange([call.range[1], race.range[1]]),
    ])
  );
}
