import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, ancestorsOf, unwrapped } from '../code/syntax.js';

const testFunctions = new Set(['test', 'it', 'describe', 'suite', 'bench']);

/** A test decides for itself what an abort is to end, and builds code that misbehaves on purpose. */
export function isInTest(node: TSESTree.Node): boolean {
  return [...ancestorsOf(node)].some(
    (outer) => outer.type === 'CallExpression' && testFunctions.has(firstName(rootCallee(outer))),
  );
}

/** Compilers write `node_test_1.test` for a `test` that is imported. */
function firstName(callee: TSESTree.Node): string {
  const [first = '', second = ''] = accessPath(callee) ?? [];
  return /_\d+$/.test(first) ? second : first;
}

/** The `it` of `it.each(cases)('...', f)`. */
function rootCallee(call: TSESTree.CallExpression): TSESTree.Node {
  const callee = unwrapped(call.callee);
  return callee.type === 'CallExpression' ? rootCallee(callee) : callee;
}
