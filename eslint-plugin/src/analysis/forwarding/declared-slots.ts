import type { TSESTree } from '@typescript-eslint/utils';
import { heldSignals } from '../available/held-signals.js';
import { findCalledFunction } from '../code/local-functions.js';
import { allNodes, isNewPromise, memberName, type FunctionNode } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
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
  return given.some((value) => value && isNewPromise(constantValue(model, value)));
}

function slotOfParameter(
  model: Model,
  parameter: TSESTree.Parameter,
  argument: number,
): SignalSlot | undefined {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (pattern.type === 'ObjectPattern') return slotOfPattern(model, pattern, argument);
  if (pattern.type !== 'Identifier') return undefined;
  const [path] = receivedPaths(model, pattern);
  if (!path) return slotOfTakenApart(model, pattern, argument);
  const [, option, ...further] = path;
  if (further.length > 0) return undefined;
  return option === undefined ? { argument } : { argument, option };
}

/** `const { signal } = options;` in the body */
function slotOfTakenApart(
  model: Model,
  options: TSESTree.Identifier,
  argument: number,
): SignalSlot | undefined {
  for (const { identifier } of findVariable(model, options)?.references ?? []) {
    const declarator = identifier.parent;
    if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern') continue;
    const slot = slotOfPattern(model, declarator.id, argument);
    if (slot) return slot;
  }
  return undefined;
}

function slotOfPattern(
  model: Model,
  pattern: TSESTree.ObjectPattern,
  argument: number,
): SignalSlot | undefined {
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
