import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { allNodes, memberName, type ClassNode } from './syntax.js';

/** Every value that the class itself gives to one of its fields. */
export function fieldValues(model: Model, owner: ClassNode, field: string): TSESTree.Node[] {
  return fieldsOfClass(model, owner).get(field) ?? [];
}

const fieldsOfClass = memoized((model, owner: ClassNode): ReadonlyMap<string, TSESTree.Node[]> => {
  const fields = new Map<string, TSESTree.Node[]>();
  const add = (field: string | undefined, value: TSESTree.Node): void => {
    if (field !== undefined) fields.set(field, [...(fields.get(field) ?? []), value]);
  };
  for (const node of allNodes(owner.body, model.sourceCode.visitorKeys)) {
    if (node.type === 'PropertyDefinition' && node.value) add(memberName(node), node.value);
    if (node.type === 'TSParameterProperty') {
      const { parameter } = node;
      const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
      add(name.name, name);
    }
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      if (node.left.object.type === 'ThisExpression') add(memberName(node.left), node.right);
    }
  }
  return fields;
});
