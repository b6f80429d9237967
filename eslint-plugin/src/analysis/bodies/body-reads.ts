import type { TSESTree } from '@typescript-eslint/utils';
import { chainedCall, isInside, memberName, outermost, calledName } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

/** What is done with a response: its body is read or taken, or it is returned whole. */
export interface ResponseUse {
  kind: 'read' | 'leaves';
  node: TSESTree.Node;
}

const readers = /^(?:json|text|arrayBuffer|blob|bytes|formData)$/;

/** Where a response is kept: in a variable, or nowhere, because it is returned where it arrives. */
export type ResponsePlace = { variable: TSESTree.Identifier } | { returned: TSESTree.Node };

/** @returns where the awaited response of a request goes; undefined where something else is done with it */
export function placeOfResponse(response: TSESTree.Node): ResponsePlace | undefined {
  const value = outermost(response);
  const { parent } = value;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? { variable: parent.id } : undefined;
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? { variable: parent.left } : undefined;
    case 'ReturnStatement':
      return { returned: parent };
    default:
      return undefined;
  }
}

/** @returns the reads of a response's body, and where it leaves, in source order */
export function usesOfResponse(model: Model, place: ResponsePlace): ResponseUse[] {
  if ('returned' in place) return [{ kind: 'leaves', node: place.returned }];
  const uses = findVariable(model, place.variable)?.references ?? [];
  return uses
    .map(({ identifier }) => useAt(identifier))
    .filter((use) => use !== undefined)
    .sort((left, right) => left.node.range[0] - right.node.range[0]);
}

function useAt(name: TSESTree.Node): ResponseUse | undefined {
  const value = outermost(name);
  const call = chainedCall(name);
  if (call && readers.test(calledName(call) ?? '')) return { kind: 'read', node: call };
  const { parent } = value;
  if (parent?.type === 'ReturnStatement') return { kind: 'leaves', node: parent };
  if (parent?.type !== 'MemberExpression' || parent.object !== value || memberName(parent) !== 'body')
    return undefined;
  return isTaken(outermost(parent)) ? { kind: 'read', node: parent } : undefined;
}

/** `response.body.getReader()`, `for await (const part of response.body)`, `read(response.body)`; not a test of it. */
function isTaken(body: TSESTree.Node): boolean {
  const { parent } = body;
  switch (parent?.type) {
    case 'MemberExpression':
      return memberName(parent) !== 'cancel';
    case 'ForOfStatement':
      return isInside(body, parent.right);
    case 'CallExpression':
    case 'NewExpression':
    case 'VariableDeclarator':
    case 'ReturnStatement':
      return true;
    default:
      return false;
  }
}
