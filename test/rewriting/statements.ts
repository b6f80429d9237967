import type { TSESTree } from '@typescript-eslint/utils';
import { endsByLeaving } from '../../eslint-plugin/src/analysis/index.js';
import type { Rewriting, Writer } from './rewriting.js';

/** Other ways to write statements, and modules of them. */
export const statements: Readonly<Record<string, Rewriting>> = {
  'let for const': (node, { kept }) =>
    node.type === 'VariableDeclaration' && node.kind === 'const'
      ? kept(node).replace(/^const /, 'let ')
      : undefined,

  'blocks for single statements': (node, { kept }) => {
    const isSingle = isBranch(node) && node.type !== 'BlockStatement' && node.type !== 'IfStatement';
    return isSingle ? `{ ${kept(node)} }` : undefined;
  },

  'single statements for blocks': (node, { text }) => {
    if (!isBranch(node) || node.type !== 'BlockStatement' || node.body.length !== 1) return undefined;
    const [only] = node.body;
    return only && /^(?:Expression|Return|Throw)Statement$/.test(only.type) ? text(only) : undefined;
  },

  'swapped branches': (node, { text }) => {
    if (node.type === 'ConditionalExpression')
      return `${opposite(text(node.test))} ? ${text(node.alternate)} : ${text(node.consequent)}`;
    if (node.type !== 'IfStatement' || !node.alternate || node.alternate.type === 'IfStatement')
      return undefined;
    return `if (${opposite(text(node.test))}) ${inBlock(text(node.alternate))} else ${text(node.consequent)}`;
  },

  'an else behind what leaves': (node, writer) => {
    const found = node.type === 'BlockStatement' ? findBranch(node.body, endsByLeaving) : undefined;
    if (!found) return undefined;
    const { before, branch, after } = found;
    return inBlock(`${all(before, writer)} ${writer.text(branch)} else ${inBlock(all(after, writer))}`, true);
  },

  'the rest under the opposite test': (node, writer) => {
    const isBody = node.type === 'BlockStatement' && node.parent.type.includes('Function');
    const found = isBody ? findBranch(node.body, isBareReturn) : undefined;
    if (!found) return undefined;
    const { before, branch, after } = found;
    const test = opposite(writer.text(branch.test));
    return inBlock(`${all(before, writer)} if (${test}) ${inBlock(all(after, writer))}`, true);
  },

  'returned values in constants': (node, { text }) =>
    node.type === 'ReturnStatement' &&
    (node.argument?.type === 'CallExpression' || node.argument?.type === 'NewExpression')
      ? `{ const result = ${text(node.argument)}; return result; }`
      : undefined,

  'awaited values in constants': (node, { text }) =>
    node.type === 'ReturnStatement' && node.argument?.type === 'AwaitExpression'
      ? `{ const result = ${text(node.argument)}; return result; }`
      : undefined,

  'options in constants': (node, writer) => {
    const options = optionsIn(node);
    if (node.type === 'ObjectExpression' && isOptions(node)) return nameOf(node);
    return options ? `const ${nameOf(options)} = ${writer.kept(options)}; ${writer.kept(node)}` : undefined;
  },

  'a namespace': (node, { kept }) => {
    if (node.type !== 'Program') return undefined;
    const isOutside = ({ type }: TSESTree.Statement): boolean =>
      /^(?:Import|ExportAll|ExportDefault)/.test(type);
    const isClosed = node.body.some(
      (each) =>
        each.type === 'ExpressionStatement' || (each.type === 'ExportNamedDeclaration' && !each.declaration),
    );
    if (isClosed) return undefined;
    const end = (node.body.findLast(isOutside)?.range[1] ?? node.range[0]) - node.range[0];
    return `${kept(node).slice(0, end)}\nexport namespace Example {${kept(node).slice(end)}\n}`;
  },

  'exports at the end': (node, { kept, text }) => {
    if (node.type === 'ExportNamedDeclaration' && namesOf(node))
      return text(node.declaration as TSESTree.Node);
    const names = node.type === 'Program' ? node.body.flatMap((each) => namesOf(each) ?? []) : [];
    if (names.length === 0) return undefined;
    return `${kept(node)}\nexport { ${[...new Set(names)].join(', ')} };`;
  },
};

function isBranch(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'IfStatement') return parent.test !== node;
  return (
    /^(?:While|ForOf|For)Statement$/.test(parent?.type ?? '') &&
    'body' in (parent ?? {}) &&
    (parent as { body?: unknown }).body === node
  );
}

function inBlock(text: string, isBlock = !text.startsWith('{')): string {
  return isBlock ? `{ ${text} }` : text;
}

function all(nodes: readonly TSESTree.Node[], { text }: Writer): string {
  return nodes.map((node) => text(node)).join('\n');
}

/** The opposite of a test, written as people would. */
function opposite(test: string): string {
  const [, asked] = /^!([\w.?()]+)$/.exec(test) ?? [];
  if (asked !== undefined) return asked;
  if (/^[^&|?]+ [!=]== [^&|?]+$/.test(test))
    return test.includes(' === ') ? test.replace(' === ', ' !== ') : test.replace(' !== ', ' === ');
  return /^[\w.?]+$/.test(test) ? `!${test}` : `!(${test})`;
}

/** The first `if` without `else` that fits, where something follows it that may be moved. */
function findBranch(
  body: readonly TSESTree.Statement[],
  fits: (consequent: TSESTree.Statement) => boolean,
): { before: TSESTree.Statement[]; branch: TSESTree.IfStatement; after: TSESTree.Statement[] } | undefined {
  const at = body.findIndex(
    (each) => each.type === 'IfStatement' && !each.alternate && fits(each.consequent),
  );
  const [branch, ...after] = at < 0 ? [] : body.slice(at);
  const isMovable =
    after.length > 0 && !after.some(({ type }) => /^(?:Function|Class)Declaration$/.test(type));
  return branch?.type === 'IfStatement' && isMovable
    ? { before: body.slice(0, at), branch, after }
    : undefined;
}

function isBareReturn(statement: TSESTree.Statement): boolean {
  const only =
    statement.type === 'BlockStatement' && statement.body.length === 1 ? statement.body[0] : statement;
  return only?.type === 'ReturnStatement' && !only.argument;
}

/** The last argument of the call that a statement of a block is about, where it is an object literal. */
function optionsIn(node: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  if (node.parent?.type !== 'BlockStatement') return undefined;
  const value =
    node.type === 'ReturnStatement'
      ? node.argument
      : node.type === 'ExpressionStatement'
        ? node.expression
        : node.type === 'VariableDeclaration'
          ? node.declarations[0].init
          : undefined;
  const call = value?.type === 'AwaitExpression' ? value.argument : value;
  const last = call?.type === 'CallExpression' ? call.arguments.at(-1) : undefined;
  return last?.type === 'ObjectExpression' ? last : undefined;
}

function isOptions(object: TSESTree.ObjectExpression): boolean {
  for (let outer: TSESTree.Node | undefined = object.parent; outer; outer = outer.parent) {
    if (outer.parent?.type === 'BlockStatement') return optionsIn(outer) === object;
  }
  return false;
}

/** Each object has a name of its own. */
function nameOf({ range: [start] }: TSESTree.ObjectExpression): string {
  return `settings${String(start)}`;
}

/** The name of an exported function or class. */
function namesOf(statement: TSESTree.Node): string[] | undefined {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
  const isNamed = declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration';
  return isNamed && declaration.id ? [declaration.id.name] : undefined;
}
