import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortPredicateName } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { accessPath, allNodes, calledName, constantText, memberName, unwrapped } from '../code/syntax.js';

/** A test of a caught error against a name, a code or the class DOMException. */
export interface ErrorTest {
  node: TSESTree.BinaryExpression | TSESTree.SwitchCase;
  kind: 'name' | 'code' | 'DOMException';
  /** What is compared with, and what it says; undefined for the class. */
  literal: TSESTree.Literal | TSESTree.TemplateLiteral | undefined;
  value: unknown;
}

/**
 * All tests of a caught error in its handler.
 *
 * @param error the name that holds the error
 * @returns undefined where the handler looks at the abort in a way that is not followed: at the signal, at a reason, at the
 *   error by a call
 */
export function errorTestsIn(model: Model, handler: TSESTree.Node, error: string): ErrorTest[] | undefined {
  const nodes = allNodes(handler, model.sourceCode.visitorKeys);
  if (nodes.some((node) => looksElsewhere(node, error))) return undefined;
  return nodes.map((node) => errorTestOf(node, error)).filter((test) => test !== undefined);
}

const bareTests = new Set(['name', 'code', 'constructor', 'cause', 'type', 'message']);

function looksElsewhere(node: TSESTree.Node, error: string): boolean {
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    return name === 'aborted' || name === 'reason' || name === 'cause' || name === 'throwIfAborted';
  }
  if (node.type === 'VariableDeclarator') {
    const path = node.init && accessPath(node.init);
    return path?.[0] === error;
  }
  if (node.type !== 'CallExpression') return false;
  const isTold = [node.callee, ...node.arguments].some((part) => {
    const path = accessPath(part);
    return path?.[0] === error && (path.length === 1 || bareTests.has(path[1] ?? ''));
  });
  return (
    isAbortPredicateName(calledName(node) ?? '') ||
    (isTold && /^(?:is|has|in|test|match|some|find)/i.test(calledName(node) ?? ''))
  );
}

function errorTestOf(node: TSESTree.Node, error: string): ErrorTest | undefined {
  if (node.type === 'SwitchCase') {
    const kind = kindOf(node.parent.discriminant, error);
    return kind && node.test ? testAgainst(node, kind, node.test) : undefined;
  }
  if (node.type !== 'BinaryExpression') return undefined;
  const [left, right] = [unwrapped(node.left), unwrapped(node.right)];
  if (node.operator === 'instanceof') {
    const isException = accessPath(right)?.at(-1) === 'DOMException' && accessPath(left)?.join('.') === error;
    return isException ? { node, kind: 'DOMException', literal: undefined, value: undefined } : undefined;
  }
  if (!/^[!=]==?$/.test(node.operator)) return undefined;
  for (const [literal, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const kind = kindOf(other, error);
    if (kind) return testAgainst(node, kind, literal);
  }
  return undefined;
}

function testAgainst(
  node: ErrorTest['node'],
  kind: 'name' | 'code',
  literal: TSESTree.Node,
): ErrorTest | undefined {
  if (literal.type === 'Literal') return { node, kind, literal, value: literal.value };
  const value = constantText(literal);
  return literal.type === 'TemplateLiteral' && value !== undefined
    ? { node, kind, literal, value }
    : undefined;
}

function kindOf(node: TSESTree.Node, error: string): 'name' | 'code' | undefined {
  const path = accessPath(node);
  if (path?.length !== 2 || path[0] !== error) return undefined;
  return path[1] === 'name' || path[1] === 'code' ? path[1] : undefined;
}
