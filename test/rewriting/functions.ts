import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../eslint-plugin/src/analysis/index.js';
import type { Rewriting, Writer } from './rewriting.js';

/** Other ways to write functions, classes and their members. */
export const functions: Readonly<Record<string, Rewriting>> = {
  'bodies in blocks': (node, writer) =>
    node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement'
      ? `${headOf(node, writer)} => ${blockOf(node, writer)}`
      : undefined,

  'function expressions for arrows': (node, writer) => {
    if (node.type !== 'ArrowFunctionExpression' || usesOuter(node, writer)) return undefined;
    return headOf(node, writer).replace(/^(?:async )?/, '$&function ') + ` ${blockOf(node, writer)}`;
  },

  'arrow constants for functions': (node, writer) => {
    if (node.type !== 'FunctionDeclaration' || node.generator || !node.id || node.typeParameters)
      return undefined;
    if (node.parent.type === 'ExportDefaultDeclaration' || usesOuter(node, writer)) return undefined;
    return `const ${node.id.name} = ${headOf(node, writer)} => ${writer.text(node.body)};`;
  },

  'arrow fields for methods': (node, writer) => {
    if (node.type !== 'MethodDefinition' || node.kind !== 'method' || node.key.type !== 'Identifier')
      return undefined;
    const { value } = node;
    if (
      value.type !== 'FunctionExpression' ||
      value.generator ||
      node.computed ||
      uses(value, 'Super', writer)
    )
      return undefined;
    const modifiers = `${node.accessibility ? `${node.accessibility} ` : ''}${node.static ? 'static ' : ''}`;
    return `${modifiers}${node.key.name} = ${headOf(value, writer)} => ${writer.text(value.body)};`;
  },

  'class expressions': (node, { kept }) => {
    if (node.type !== 'ClassDeclaration' || !node.id || node.declare || node.abstract) return undefined;
    if (node.parent.type === 'ExportDefaultDeclaration') return undefined;
    return `${kept(node).replace(/^class (\w+)/, 'const $1 = class')};`;
  },

  decorators: (node, { kept }) => {
    const isDecorated =
      node.type === 'ClassDeclaration' ||
      (node.type === 'MethodDefinition' &&
        node.value.type === 'FunctionExpression' &&
        node.kind === 'method');
    return isDecorated ? `@logged() ${kept(node)}` : undefined;
  },

  'parameters taken apart in the body': (node, { kept, text }) => {
    if (node.type === 'ObjectPattern' && isParameter(node))
      return `options${node.typeAnnotation ? text(node.typeAnnotation) : ''}`;
    if (node.type !== 'BlockStatement' || node.parent.type !== 'FunctionDeclaration') return undefined;
    const pattern = node.parent.params
      .map((each) => (each.type === 'AssignmentPattern' ? each.left : each))
      .find((each) => each.type === 'ObjectPattern');
    if (!pattern) return undefined;
    const annotation = pattern.typeAnnotation ? text(pattern.typeAnnotation) : '';
    const names = kept(pattern).replace(annotation, '');
    return kept(node).replace('{', `{ const ${names} = options;`);
  },
};

/** `async (url: string): Promise<void>` */
function headOf(node: FunctionNode, { text }: Writer): string {
  const types = node.typeParameters ? text(node.typeParameters) : '';
  const result = node.returnType ? text(node.returnType) : '';
  return `${node.async ? 'async ' : ''}${types}(${node.params.map((each) => text(each)).join(', ')})${result}`;
}

function blockOf({ body }: FunctionNode, { text }: Writer): string {
  return body.type === 'BlockStatement' ? text(body) : `{ return ${text(body)}; }`;
}

function usesOuter(node: FunctionNode, writer: Writer): boolean {
  return uses(node.body, 'ThisExpression', writer) || uses(node.body, 'Super', writer);
}

function uses(root: TSESTree.Node, type: `${TSESTree.Node['type']}`, { nodesIn }: Writer): boolean {
  return nodesIn(root).some(
    (node) => node.type === type || (node.type === 'Identifier' && node.name === 'arguments'),
  );
}

function isParameter(pattern: TSESTree.ObjectPattern): boolean {
  const holder = pattern.parent.type === 'AssignmentPattern' ? pattern.parent : pattern;
  const owner = holder.parent;
  return owner.type === 'FunctionDeclaration' && owner.params.includes(holder);
}
