import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs } from '../code/enclosing-work.js';
import { calledName, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { findRegistration, type Registration } from './registrations.js';

/**
 * The registrations that run a function on abort, whether it stands there itself or by its name.
 *
 * @param isOtherUse says whether a use of the function's name, other than a registration or its removal, stands for
 *   another way to run it
 * @returns nothing for a function that may run for other reasons too
 */
export function registrationsOfFunction(
  model: Model,
  node: FunctionNode,
  isOtherUse: (name: TSESTree.Identifier) => boolean,
): Registration[] {
  const direct = registrationOf(model, node);
  if (direct) return [direct];
  const name = calledAs(node);
  const uses = (name && findVariable(model, name)?.references) ?? [];
  const names = uses
    .filter(({ init }) => init !== true)
    .map(({ identifier }) => identifier as TSESTree.Identifier);
  const registered = names.map((use) => registrationOf(model, use));
  const isElsewhere = names.some((use, index) => !registered[index] && !isRemoved(use) && isOtherUse(use));
  return isElsewhere ? [] : registered.filter((found) => found !== undefined);
}

function registrationOf(model: Model, listener: TSESTree.Node): Registration | undefined {
  const { parent } = outermost(listener);
  const found = parent && findRegistration(model, parent);
  return found && unwrapped(found.listener) === listener ? found : undefined;
}

function isRemoved(name: TSESTree.Identifier): boolean {
  const { parent } = outermost(name);
  return parent?.type === 'CallExpression' && calledName(parent) === 'removeEventListener';
}
