import type { TSESTree } from '@typescript-eslint/utils';
import { nameOfFunction } from '../code/local-functions.js';
import {
  accessPath,
  calledName,
  enclosingClass,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import type { FunctionName } from './facts.js';

/** @returns how a text can speak of a function */
export function functionNameOf(node: FunctionNode): FunctionName {
  const { parent } = outermost(node);
  if (parent?.type === 'MethodDefinition' && parent.kind === 'constructor')
    return { kind: 'constructor', name: enclosingClass(parent)?.id?.name ?? '' };
  const isMember = parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
  const name = isMember ? memberName(parent) : nameOfFunction(node);
  if (name !== undefined) return { kind: 'function', name };
  const isArgument = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  if (!isArgument || parent.callee === outermost(node)) return { kind: 'unnamed', name: '' };
  return { kind: 'callback', name: callText(parent) };
}

/** @returns what is called, as it is written: `this.client.get`; `….get` where what it is called on is no name; empty for neither */
export function calleeText(call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  if (call.callee.type === 'Super') return 'super';
  const path = accessPath(call.callee)?.join('.');
  if (path !== undefined) return path;
  const name = call.type === 'CallExpression' ? calledName(call) : undefined;
  return name === undefined ? '' : `….${name}`;
}

/** @returns a call as a text names it: `fetch`, `new Request` */
export function callText(call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const name = calleeText(call);
  return call.type === 'NewExpression' && name !== '' ? `new ${name}` : name;
}

/** @returns an expression as it is written, in one line and without assertions */
export function textOf({ sourceCode }: Model, node: TSESTree.Node): string {
  return accessPath(node)?.join('.') ?? sourceCode.getText(unwrapped(node)).replaceAll(/\s+/g, ' ');
}
