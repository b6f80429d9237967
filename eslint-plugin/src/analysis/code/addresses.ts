import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { accessPath, calledName } from './syntax.js';
import { constantValue, findVariable } from './variables.js';

const addressName = /url|uri|href|endpoint|path|link/i;

/** Methods that give a string, whatever they are called on. */
const stringMethods = new Set('toString String join concat replace replaceAll trim format slice'.split(' '));

/**
 * Is the first argument of a request an address, a string or a URL, and not a Request, which brings its own signal? The
 * name of a variable, member or function counts, and so does an annotation.
 */
export function isAddress(model: Model, node: TSESTree.Node): boolean {
  const inner = constantValue(model, node);
  switch (inner.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return inner.operator === '+';
    case 'NewExpression':
      return accessPath(inner.callee)?.at(-1) === 'URL';
    case 'AwaitExpression':
      return isAddress(model, inner.argument);
    case 'LogicalExpression':
      return isAddress(model, inner.left) && isAddress(model, inner.right);
    case 'ConditionalExpression':
      return isAddress(model, inner.consequent) && isAddress(model, inner.alternate);
    case 'CallExpression':
      return addressName.test(calledName(inner) ?? '') || stringMethods.has(calledName(inner) ?? '');
    case 'Identifier':
    case 'MemberExpression':
      return addressName.test(accessPath(inner)?.at(-1) ?? '') || isAnnotatedAsAddress(model, inner);
    default:
      return false;
  }
}

function isAnnotatedAsAddress(model: Model, node: TSESTree.Node): boolean {
  if (node.type !== 'Identifier') return false;
  const [definition] = findVariable(model, node)?.defs ?? [];
  if (definition?.name.type !== 'Identifier') return false;
  const annotation = definition.name.typeAnnotation?.typeAnnotation;
  return annotation !== undefined && saysAddress(annotation);
}

function saysAddress(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.every(saysAddress);
  if (type.type === 'TSStringKeyword') return true;
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'URL'
  );
}
