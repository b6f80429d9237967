import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal } from '../available/available-signals.js';
import { heldSignals } from '../available/held-signals.js';
import { calledAs, functionsWorkingAt } from '../code/enclosing-work.js';
import { isExported } from '../code/known-callers.js';
import type { FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { findExtensibleFunction } from '../forwarding/extensible-functions.js';
import type { Model } from '../model.js';
import { findCallStep } from './call-steps.js';
import { findFunctionName, type FunctionName } from './named-places.js';

/** The function from which a signal is threaded through the callers. */
export interface ThreadStart {
  name: FunctionName;
  /** False where it has to be given a parameter for the signal first. */
  takesSignal: boolean;
}

/**
 * The start for a function itself.
 *
 * @returns undefined where it has no name, has neither a signal nor a use for one, or where all who call it pass theirs
 */
export function findStartOfFunction(model: Model, node: FunctionNode): ThreadStart | undefined {
  const name = findFunctionName(node);
  if (!name) return undefined;
  if (takesSignal(model, node)) return mayLackSignal(model, node) ? { name, takesSignal: true } : undefined;
  return canTakeSignal(model, node) ? { name, takesSignal: false } : undefined;
}

/**
 * The start for a call that lacks a signal: the function whose work it is.
 *
 * @returns undefined where the call needs no such thing, since a signal is in its reach
 */
export function findStartOfCall(model: Model, call: TSESTree.CallExpression): ThreadStart | undefined {
  const owner = functionsWorkingAt(model, call).at(-1);
  const name = owner && findFunctionName(owner);
  if (!name || findAvailableSignal(model, call)) return undefined;
  return canTakeSignal(model, owner, call) ? { name, takesSignal: false } : undefined;
}

function canTakeSignal(model: Model, node: FunctionNode, forCall?: TSESTree.CallExpression): boolean {
  const extensible = findExtensibleFunction(model, node, { isFree: true, agreed: new Map() });
  if (!extensible) return false;
  return !forCall || extensible.missing.some(({ call }) => call === forCall);
}

/** May somebody call the function without the signal? Other files may, where they can name it. */
function mayLackSignal(model: Model, node: FunctionNode): boolean {
  const name = calledAs(node);
  if (!name || isExported(model, node) || node.parent.type === 'ExportDefaultDeclaration') return true;
  const uses = (findVariable(model, name)?.references ?? []).map(({ identifier }) => identifier);
  return uses.some(
    ({ parent }) =>
      parent.type === 'ExportDefaultDeclaration' ||
      (parent.type === 'CallExpression' && findCallStep(model, parent, new Map()) !== undefined),
  );
}

/** @returns true where a parameter of the function brings a signal along */
export function takesSignal(model: Model, node: FunctionNode): boolean {
  return model.sourceCode
    .getDeclaredVariables(node)
    .some((variable) => variable.defs[0]?.type === 'Parameter' && heldSignals(model, variable).length > 0);
}
