import type { TSESTree } from '@typescript-eslint/utils';
import { makesGlobal, nameGivenAsMessage } from './error-names.js';
import type { Model } from '../model.js';
import {
  isNewPromise,
  isFunction,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';

/** Does a call reject a promise: the executor's second argument, `Promise.reject`, a deferred's `reject`? */
export function isRejection(model: Model, call: TSESTree.CallExpression): boolean {
  return isRejecter(model, call.callee);
}

/** Is the expression a function that rejects a promise with what it is called with? */
export function isRejecter(model: Model, node: TSESTree.Node): boolean {
  const inner = unwrapped(node);
  if (inner.type === 'MemberExpression') return memberName(inner) === 'reject';
  if (inner.type !== 'Identifier') return false;
  const [definition] = findVariable(model, inner)?.defs ?? [];
  if (definition?.type !== 'Parameter') return inner.name === 'reject';
  return (
    isFunction(definition.node) &&
    isExecutor(definition.node) &&
    definition.node.params[1] === definition.name
  );
}

/** @returns whether a function is what `new Promise` is given */
export function isExecutor(node: FunctionNode): boolean {
  return isNewPromise(outermost(node).parent);
}

/** What a promise is rejected with, or what is thrown, as far as it is no abort reason for certain. */
export type PoorReason = 'nothing' | 'text' | 'plain';

/**
 * Is the value of a rejection for certain nothing that could be told from another failure?
 *
 * @param value the argument; undefined where there is none
 * @returns undefined for every value that is, or may be, more than a bare Error
 */
export function poorReasonOf(model: Model, value: TSESTree.Node | undefined): PoorReason | undefined {
  if (!value) return 'nothing';
  const inner = unwrapped(value);
  switch (inner.type) {
    case 'Identifier':
      if (inner.name === 'undefined') return 'nothing';
      return isBareVariable(model, inner) ? poorReasonOf(model, constantValue(model, inner)) : undefined;
    case 'UnaryExpression':
      return inner.operator === 'void' ? 'nothing' : undefined;
    case 'Literal':
      return typeof inner.value === 'string' ? 'text' : undefined;
    case 'TemplateLiteral':
      return 'text';
    case 'NewExpression':
    case 'CallExpression':
      return isPlainError(model, inner) ? 'plain' : undefined;
    default:
      return undefined;
  }
}

/** A variable that is declared, and then only handed to the rejection: nobody has given the error a name or a code. */
function isBareVariable(model: Model, name: TSESTree.Identifier): boolean {
  if (constantValue(model, name) === name) return false;
  return (findVariable(model, name)?.references ?? []).every(({ identifier, init }) => {
    const { parent } = identifier;
    if (init === true || parent.type === 'ThrowStatement') return true;
    return parent.type === 'CallExpression' && parent.callee !== identifier && isRejection(model, parent);
  });
}

/** A bare Error whose words neither name an abort error nor translate a timeout on purpose. */
function isPlainError(model: Model, node: TSESTree.Node): boolean {
  if (!makesGlobal(model, node, 'Error') || nameGivenAsMessage(model, node) !== undefined) return false;
  return !/time[- ]?d?[- ]?out|deadline/i.test(model.sourceCode.getText(node));
}
