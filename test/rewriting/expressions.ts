import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, memberName, unwrapped } from '../../eslint-plugin/src/analysis/index.js';
import type { Rewriting } from './rewriting.js';

/** Other ways to write expressions. */
export const expressions: Readonly<Record<string, Rewriting>> = {
  'optional calls of methods': (node, { kept }) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
    const { object, property, computed } = node.callee;
    if (computed || property.type !== 'Identifier' || isAlwaysThere(object)) return undefined;
    const callee = kept(node.callee);
    return withoutName(callee, property.name) + `?.${property.name}` + kept(node).slice(callee.length);
  },

  'names in brackets': (node, { kept }) => {
    if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
      return undefined;
    if (isAlwaysThere(node.object) || node.parent.type === 'TSClassImplements') return undefined;
    const { name } = node.property;
    return `${withoutName(kept(node), name)}${node.optional ? '?.' : ''}['${name}']`;
  },

  'templates for texts': (node) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || /[`\\$]/.test(node.raw))
      return undefined;
    const isValue =
      isGiven(node) || node.parent.type === 'BinaryExpression' || node.parent.type === 'SwitchCase';
    return isValue ? `\`${node.value}\`` : undefined;
  },

  'assertions of what is given': (node) =>
    node.type === 'Identifier' && isGiven(node) && /signal|controller|options|init|error$/i.test(node.name)
      ? `${node.name}!`
      : undefined,

  'brackets around what is given': (node, { kept }) =>
    isGiven(node) && node.type !== 'Literal' && node.type !== 'SpreadElement' ? `(${kept(node)})` : undefined,

  'members of globalThis': (node, { isGlobal }) => {
    if (node.type !== 'Identifier' || !platform.has(node.name) || !isGlobal(node)) return undefined;
    const { parent } = node;
    const isUsed =
      ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee === node) ||
      (parent.type === 'MemberExpression' && parent.object === node) ||
      (parent.type === 'BinaryExpression' && parent.operator === 'instanceof');
    return isUsed ? `globalThis.${node.name}` : undefined;
  },

  'properties written out': (node) =>
    isPlainProperty(node) && node.shorthand ? `${node.key.name}: ${node.key.name}` : undefined,

  'quoted properties': (node, { text }) =>
    isPlainProperty(node) ? `'${node.key.name}': ${text(node.value)}` : undefined,

  'swapped operands': (node, { text }) => {
    if (node.type !== 'BinaryExpression' || !/^[!=]==$/.test(node.operator)) return undefined;
    return `${text(node.right)} ${node.operator} ${text(node.left)}`;
  },

  'tests against true': (node, { kept }) => (isAbortedTest(node) ? `${kept(node)} === true` : undefined),

  'tests by Boolean': (node, { kept }) => (isAbortedTest(node) ? `Boolean(${kept(node)})` : undefined),

  'tests of the opposite of the opposite': (node, { kept }) =>
    isAbortedTest(node) ? `!!${kept(node)}` : undefined,
};

const platform = new Set(
  'fetch setTimeout clearTimeout setInterval clearInterval AbortController AbortSignal DOMException Promise process'.split(
    ' ',
  ),
);

/** The text of a member access as far as its object goes. */
function withoutName(access: string, name: string): string {
  return access.slice(0, -name.length).replace(/\??\.\s*$/, '');
}

function isGiven(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false;
  return (
    parent.arguments.some((each) => each === node) &&
    calledName(parent as TSESTree.CallExpression) !== 'require'
  );
}

/** `super`, `import.meta` and the built-in classes need no `?.`, and their members are what a file is searched for. */
function isAlwaysThere(object: TSESTree.Node): boolean {
  const inner = unwrapped(object);
  if (inner.type === 'MemberExpression') return isAlwaysThere(inner.object);
  return (
    inner.type === 'Super' ||
    inner.type === 'MetaProperty' ||
    (inner.type === 'Identifier' && /^[A-Z]/.test(inner.name))
  );
}

function isPlainProperty(node: TSESTree.Node): node is TSESTree.Property & { key: TSESTree.Identifier } {
  return (
    node.type === 'Property' &&
    node.parent.type === 'ObjectExpression' &&
    !node.computed &&
    !node.method &&
    node.kind === 'init' &&
    node.key.type === 'Identifier'
  );
}

/** `signal.aborted` or `signal?.aborted`, where nothing but its truth counts. */
function isAbortedTest(node: TSESTree.Node): boolean {
  const member = node.type === 'ChainExpression' ? node.expression : node;
  if (member.type !== 'MemberExpression' || memberName(member) !== 'aborted') return false;
  const { parent } = node;
  if (parent?.type === 'LogicalExpression') return parent.parent.type === 'IfStatement';
  return (parent?.type === 'IfStatement' || parent?.type === 'WhileStatement') && parent.test === node;
}
