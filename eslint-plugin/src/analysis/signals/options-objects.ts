import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, outermost, unwrapped } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isSignalName } from './signals.js';

/**
 * The options that a call is given: the object literal that stands there, or the one that a constant holds for this call
 * alone, `const init = { headers }; fetch(url, init)`.
 *
 * @returns undefined where other code has the object too, or gives it a signal later
 */
export function optionsObject(model: Model, given: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const name = unwrapped(given);
  const value = constantValue(model, name);
  if (value.type !== 'ObjectExpression') return undefined;
  if (name.type !== 'Identifier') return value;
  const isForCall = (findVariable(model, name)?.references ?? []).every(
    ({ identifier, init }) => init === true || identifier === name || isMemberUse(identifier),
  );
  return isForCall ? value : undefined;
}

function isMemberUse(identifier: TSESTree.Node): boolean {
  const member = outermost(identifier).parent;
  if (member?.type !== 'MemberExpression') return false;
  const name = memberName(member);
  return name !== undefined && !isSignalName(name);
}
