import type { TSESTree } from '@typescript-eslint/utils';
import { isInCleanup } from '../cleanup/cleanup.js';
import { findCalledFunction } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  constantText,
  isFunction,
  outermost,
  rootName,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';

/** A test that aborts and looks at nothing afterwards. */
export interface UnassertedAbort {
  test: FunctionNode;
  /** The promise that the test waits for behind the abort, where it is a statement of its own. */
  awaited: TSESTree.AwaitExpression | undefined;
}

/** @returns undefined where the call aborts no controller of the test's, is teardown, or where the test asserts anything */
export function findUnassertedAbort(
  model: Model,
  call: TSESTree.CallExpression,
): UnassertedAbort | undefined {
  if (!abortsController(model, call)) return undefined;
  const test = findTest(call);
  if (!test || isInCleanup(model, call) || asserts(model, test)) return undefined;
  return { test, awaited: findAwaited(call) };
}

function abortsController(model: Model, call: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || calledName(call) !== 'abort') return false;
  const [origin, ...others] = originsOf(model, callee.object).filter(({ kind }) => kind !== 'missing');
  if (origin?.kind !== 'new' || others.length > 0 || origin.path.length > 0) return false;
  return accessPath(origin.node.callee)?.at(-1) === 'AbortController';
}

const sayingSo = /\b(?:not|never|no|without|ignores?|resolves?|twice|safe|idempotent|benchmark)\b|n't/i;

/** The callback of `test('name', ...)` or `it(...)`, unless its name says that nothing is to happen. */
function findTest(node: TSESTree.Node): FunctionNode | undefined {
  for (const outer of ancestorsOf(node)) {
    if (!isFunction(outer)) continue;
    const { parent } = outermost(outer);
    if (parent?.type !== 'CallExpression' || parent.callee === outer) continue;
    if (!/^(?:test|it|specify)$/.test(rootName(parent.callee)?.name ?? '')) continue;
    const title = constantText(parent.arguments[0]);
    return title !== undefined && !sayingSo.test(title) && outer.params.length === 0 ? outer : undefined;
  }
  return undefined;
}

const assertion =
  /expect|assert|should|verify|check|ensure|must|reject|throw|equal|snapshot|fail|waitfor|^ok$|^is$/i;
const deepest = 3;

function asserts(model: Model, node: FunctionNode, depth = 0): boolean {
  return allNodes(node, model.sourceCode.visitorKeys).some((each) => {
    if (each.type === 'ThrowStatement') return true;
    if (each.type === 'MemberExpression') return accessPath(each)?.includes('should') ?? false;
    if (each.type !== 'CallExpression') return false;
    if (
      accessPath(each.callee)?.some((name) => assertion.test(name)) ??
      assertion.test(calledName(each) ?? '')
    )
      return true;
    const called = depth < deepest ? findCalledFunction(model, each) : undefined;
    return called !== undefined && called !== node && asserts(model, called, depth + 1);
  });
}

/** `await promise;` in a later statement of the block, where it is the only one. */
function findAwaited(call: TSESTree.CallExpression): TSESTree.AwaitExpression | undefined {
  const statement = call.parent;
  const block = statement.parent;
  if (statement.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return undefined;
  const later = block.body.slice(block.body.indexOf(statement) + 1);
  const [first, ...others] = later.flatMap((each) =>
    each.type === 'ExpressionStatement' && each.expression.type === 'AwaitExpression'
      ? [each.expression]
      : [],
  );
  return others.length === 0 ? first : undefined;
}

/** How a file asserts that a promise is rejected. */
export interface RejectionAssertion {
  kind: 'expect' | 'assert';
  /** What the file calls the function or module. */
  name: string;
}

/** @returns undefined where the file imports neither `expect` nor Node's `assert` */
export function findRejectionAssertion({ sourceCode }: Model): RejectionAssertion | undefined {
  for (const statement of sourceCode.ast.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const module = statement.source.value.replace(/^node:/, '');
    for (const specifier of statement.specifiers) {
      const name = specifier.local.name;
      const imported = importedName(specifier);
      if (imported === 'expect' && /^(?:vitest|@jest\/globals|bun:test)$/.test(module))
        return { kind: 'expect', name };
      if (imported === 'default' && /^assert(?:\/strict)?$/.test(module)) return { kind: 'assert', name };
    }
  }
  return undefined;
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type !== 'ImportSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}
