import type { TSESTree } from '@typescript-eslint/utils';

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * The expression without type assertions, `!` and optional-chain wrappers, and without the `0` of `(0, module.call)(...)`, by which
 * compilers keep a module from becoming `this`.
 */
export function unwrapped(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return unwrapped(node.expression);
    case 'SequenceExpression': {
      const [zero, value, ...others] = node.expressions;
      return zero?.type === 'Literal' && value && others.length === 0 ? unwrapped(value) : node;
    }
    default:
      return node;
  }
}

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'ArrowFunctionExpression' ||
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression'
  );
}

/** Is it `new Promise(...)`? */
export function isNewPromise<Node extends TSESTree.Node>(
  node: Node | null | undefined,
): node is Node & TSESTree.NewExpression {
  return node?.type === 'NewExpression' && accessPath(node.callee)?.join('.') === 'Promise';
}

/** @returns the function that the node stands in, or undefined at the top level of a module or class body */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (isFunction(outer)) return outer;
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock') return undefined;
  }
  return undefined;
}

export function enclosingClass(node: TSESTree.Node): ClassNode | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === 'ClassDeclaration' || outer.type === 'ClassExpression') return outer;
  }
  return undefined;
}

/** @returns the name of a property, method, private member or member access, where it is constant */
export function memberName(
  node:
    TSESTree.MemberExpression | TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'Identifier' && !node.computed ? key.name : constantText(key);
}

/** @returns what a text says that has no gaps: `'abort'`, or the same in backticks */
export function constantText(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'TemplateLiteral' && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? undefined;
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/**
 * The names along a member access: `a.b?.c` is `['a', 'b', 'c']`, `this.x` is `['this', 'x']`, `globalThis.x` is `['x']`.
 *
 * @returns undefined where a part is computed or does not start at a name
 */
export function accessPath(node: TSESTree.Node): string[] | undefined {
  const inner = unwrapped(node);
  if (inner.type === 'Identifier') return [inner.name];
  if (inner.type === 'ThisExpression') return ['this'];
  if (inner.type !== 'MemberExpression') return undefined;
  const object = accessPath(inner.object);
  const name = memberName(inner);
  if (!object || name === undefined) return undefined;
  return object.length === 1 && object[0] === 'globalThis' ? [name] : [...object, name];
}

/** @returns the name that a member access starts at: `a` of `a.b?.c` */
export function rootName(node: TSESTree.Node): TSESTree.Identifier | undefined {
  const inner = unwrapped(node);
  if (inner.type === 'Identifier') return inner;
  return inner.type === 'MemberExpression' ? rootName(inner.object) : undefined;
}

/** @returns the called name: `f` of `f()`, `g` of `a.g()`; undefined where it is computed */
export function calledName(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrapped(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? memberName(callee) : undefined;
}

/** @returns the method call `receiver.name(...)` that the node is the receiver of */
export function chainedCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const outer = outermost(node);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer) return undefined;
  const callee = outermost(member);
  return callee.parent?.type === 'CallExpression' && callee.parent.callee === callee
    ? callee.parent
    : undefined;
}

/** @returns the node with the assertions and optional-chain wrappers around it */
export function outermost(node: TSESTree.Node): TSESTree.Node {
  return node.parent && unwrapped(node.parent) === unwrapped(node) && node.parent !== node
    ? outermost(node.parent)
    : node;
}

/** The nodes around a node, innermost first. */
export function* ancestorsOf(node: TSESTree.Node): Generator<TSESTree.Node> {
  for (let outer = node.parent; outer; outer = outer.parent) yield outer;
}

export function isInside(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

/** Is the last thing that a statement does to leave: `return`, `throw`, `continue` or `break`? */
export function endsByLeaving(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Nodes below which another function level begins. */
function startsLevel(node: TSESTree.Node): boolean {
  return isFunction(node) || node.type === 'PropertyDefinition' || node.type === 'StaticBlock';
}

/**
 * Lists a tree in source order without entering nested functions, field initialisers and static blocks.
 *
 * @param root the node to start from; it is entered even where it is a function itself
 * @param entersFunction says of a nested function whether it belongs to the level all the same
 */
export function ownLevelNodes(
  root: TSESTree.Node,
  keys: VisitorKeys,
  entersFunction: (node: FunctionNode) => boolean = () => false,
): TSESTree.Node[] {
  return collect(
    root,
    keys,
    (child) => !startsLevel(child) || (isFunction(child) && entersFunction(child)),
    [],
  );
}

/** Lists a whole tree in source order. */
export function allNodes(root: TSESTree.Node, keys: VisitorKeys): TSESTree.Node[] {
  return collect(root, keys, () => true, []);
}

/** Every rule walks: plain loops over one list are several times as fast as generators and copies of lists. */
function collect(
  node: TSESTree.Node,
  keys: VisitorKeys,
  enters: (child: TSESTree.Node) => boolean,
  found: TSESTree.Node[],
): TSESTree.Node[] {
  const take = (child: unknown): void => {
    if (!isNode(child)) return;
    if (enters(child)) collect(child, keys, enters, found);
    else found.push(child);
  };
  found.push(node);
  const fields = node as unknown as Record<string, unknown>;
  for (const key of keys[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) value.forEach(take);
    else take(value);
  }
  return found;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
