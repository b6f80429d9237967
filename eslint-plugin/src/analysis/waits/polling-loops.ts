import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, memberName, ownLevelNodes } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { isLoop, type Loop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';

/** In milliseconds. */
const longestStep = 1000;

/**
 * Is a wait one step of a loop that looks at a signal in each turn and leaves without an error: `if (signal.aborted) break`?
 * The abort is noticed after the step, and a wait that rejects would end the loop in another way than its author meant.
 *
 * @param delay how long the step takes; a long one that is written out is worth to be cut short
 */
export function isPollingStep(model: Model, wait: TSESTree.Node, delay: TSESTree.Node | undefined): boolean {
  const length = delay && constantValue(model, delay);
  if (length?.type === 'Literal' && Number(length.value) > longestStep) return false;
  for (const outer of ancestorsOf(wait)) {
    if (isFunction(outer)) return false;
    if (isLoop(outer)) return leavesQuietly(model, outer);
  }
  return false;
}

function leavesQuietly(model: Model, loop: Loop): boolean {
  if ('test' in loop && loop.test && readsState(model, loop.test)) return true;
  return ownLevelNodes(loop.body, model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'IfStatement' &&
      readsState(model, node.test) &&
      /^(?:Break|Return)/.test(lastOf(node.consequent).type),
  );
}

function readsState(model: Model, test: TSESTree.Node): boolean {
  return ownLevelNodes(test, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'MemberExpression' && memberName(node) === 'aborted',
  );
}

function lastOf(branch: TSESTree.Statement): TSESTree.Statement {
  return branch.type === 'BlockStatement' ? (branch.body.at(-1) ?? branch) : branch;
}
