import type { TSESTree } from '@typescript-eslint/utils';
import { heldSignals } from '../available/held-signals.js';
import { findCalledFunction } from '../code/local-functions.js';
import { allNodes, memberName, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import type { SignalSlot } from '../types/types.js';

/**
 * Where a function that the file itself declares takes a signal, which needs no types to be seen.
 *
 * @returns undefined where the callee stands elsewhere, takes none, or gives nothing to wait for
 */
export function findDeclaredSlot(model: Model, call: TSESTree.CallExpression): SignalSlot | undefined {
  const called = findCalledFunction(model, call);
  return called && slotOfFunction(model, called);
}

const slotOfFunction = memoized((model, node: FunctionNode): SignalSlot | undefined => {
  if (!node.async && !makesPromise(model, node)) return undefined;
  for (const [argument, parameter] of node.params.entries()) {
    const slot = slotOfParameter(model, parameter, argument);
    if (slot) return slot;
  }
  return undefined;
});

function makesPromise(model: Model, { body }: FunctionNode): boolean {
  const given =
    body.type === 'BlockStatement'
      ? allNodes(body, model.sourceCode.visitorKeys).map((each) =>
          each.type === 'ReturnStatement' ? each.argument : null,
        )
      : [body];
  return given.some(
    (value) =>
      value?.type === 'NewExpression' &&
      value.callee.type === 'Identifier' &&
      value.callee.name === 'Promise',
  );
}

function slotOfParameter(
  model: Model,
  parameter: TSESTree.Parameter,
  argument: number,
): SignalSlot | undefined {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (pattern.type === 'Identifier') {
    const [path] = receivedPaths(model, pattern);
    if (!path || path.length > 2) return undefined;
    const [, option] = path;
    return option === undefined ? { argument } : { argument, option };
  }
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const name = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const option = memberName(property);
    const isSignal =
      name.type === 'Identifier' && receivedPaths(model, name).some((path) => path.length === 1);
    if (isSignal && option !== undefined) return { argument, option };
  }
  return undefined;
}

/** The names that lead to the signals which a parameter is, or holds. */
function receivedPaths(model: Model, name: TSESTree.Identifier): (readonly string[])[] {
  const variable = findVariable(model, name);
  if (!variable) return [];
  return heldSignals(model, variable)
    .filter(({ ownership }) => ownership === 'received')
    .map(({ path }) => path);
}
