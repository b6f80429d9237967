import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction } from '../code/syntax.js';
import { isLoop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';
import { signalFactory, sourcesOf } from '../signals/signal-factories.js';
import { isGivenAway } from './local-controllers.js';

/**
 * Was a signal combined with a time limit in a turn of a loop, and given to a call there? Then it limits that call, and
 * what else the turn does ends with the signals that it was combined from.
 *
 * @param made the call that combines
 */
export function isLimitOfTurn(model: Model, made: TSESTree.Node): boolean {
  if (made.type !== 'CallExpression' || !isInLoop(made)) return false;
  const isLimited = sourcesOf(made).some(
    (source) => source.type === 'CallExpression' && signalFactory(source) === 'timeout',
  );
  return isLimited && isGivenAway(model, made);
}

function isInLoop(node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    if (isLoop(outer)) return true;
  }
  return false;
}
