import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { memberName, outermost } from './syntax.js';
import { findVariable } from './variables.js';

/** Where a call is handed a value. */
export interface HandedPlace {
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The index of the argument. */
  index: number;
  /** The member of the argument, an object literal, that is the value; undefined where it is the argument itself. */
  member: string | undefined;
}

/**
 * The calls that a value is handed to where it stands: as an argument, or as a member of an options object, also of one that
 * a variable holds: `const init = { signal }; fetch(url, init)`.
 */
export function placesHanded(model: Model, value: TSESTree.Node): HandedPlace[] {
  const whole = outermost(value);
  const { parent } = whole;
  if (parent?.type !== 'Property' || parent.value !== whole) return placesOf(whole, undefined);
  const member = memberName(parent);
  const options = outermost(parent.parent);
  const declarator = options.parent;
  if (declarator?.type !== 'VariableDeclarator') return placesOf(options, member);
  const references =
    declarator.id.type === 'Identifier' ? (findVariable(model, declarator.id)?.references ?? []) : [];
  return references.flatMap(({ identifier }) => placesOf(outermost(identifier), member));
}

function placesOf(argument: TSESTree.Node, member: string | undefined): HandedPlace[] {
  const call = argument.parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  return index < 0 ? [] : [{ call, index, member }];
}
