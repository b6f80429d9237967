import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { MisnamedClass, Model } from '../analysis/index.js';
import { appendElements } from './append-elements.js';
import { insertFirst } from './insert-statement.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Names an error where it is made: a DOMException by its second argument, an Error by a property.
 *
 * @param name the error's name; undefined for a DOMException
 */
export function addName(
  fixer: TSESLint.RuleFixer,
  sourceCode: SourceCode,
  node: TSESTree.NewExpression | TSESTree.CallExpression,
  name: string | undefined,
): TSESLint.RuleFix[] {
  if (name !== undefined) {
    return [
      fixer.insertTextBefore(node, 'Object.assign('),
      fixer.insertTextAfter(node, `, { name: '${name}' })`),
    ];
  }
  const [last, closing] = [node.arguments.at(-1), sourceCode.getLastToken(node)];
  return last && closing ? appendElements(fixer, sourceCode, { last, closing }, ["'AbortError'"]) : [];
}

/**
 * Gives the instances of a class the name of the class, and makes them Errors where they are none.
 *
 * @returns undefined where a constructor that would have to call `super` has none to call it in
 */
export function nameClass(
  { sourceCode, isTypeScript }: Model,
  { node, name, kind, computed }: MisnamedClass,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  if (computed) return (fixer) => [fixer.replaceText(computed, `'${name.name}'`)];
  const field = `${isTypeScript ? 'override ' : ''}name = '${name.name}';`;
  const naming = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] =>
    insertFirst(fixer, sourceCode, node.body, field);
  if (kind === 'unnamed') return naming;
  const constructor = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  const body = constructor?.type === 'MethodDefinition' ? constructor.value.body : undefined;
  const head = node.typeParameters ?? node.id ?? sourceCode.getFirstToken(node);
  if ((constructor && !body) || node.superClass || !head) return undefined;
  return (fixer) => [
    fixer.insertTextAfter(head, ' extends Error'),
    ...naming(fixer),
    ...(body ? insertFirst(fixer, sourceCode, body, 'super();') : []),
  ];
}
