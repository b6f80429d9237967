import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, outermost, unwrapped, type FloatingPromise } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/** Adds a handler that does nothing to a promise of which nobody wants to hear. */
export function ignoreFailure(fixer: TSESLint.RuleFixer, call: TSESTree.CallExpression): TSESLint.RuleFix {
  return fixer.insertTextAfter(outermost(call), '.catch(() => undefined)');
}

/** Attaches such a handler to a promise with a name, on a line of its own before a statement. */
export function ignoreFailureBefore(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  statement: TSESTree.Statement,
  promise: TSESTree.Identifier,
): TSESLint.RuleFix {
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  return fixer.insertTextBefore(statement, `${promise.name}.catch(() => undefined);${line}`);
}

/** Gives `then` a second function, which rejects the promise made by hand as well, in the way in which the first resolves it. */
export function rejectToo(
  fixer: TSESLint.RuleFixer,
  { call, deferred }: FloatingPromise & { kind: 'then' },
): TSESLint.RuleFix[] {
  const [handler] = call.arguments;
  if (!handler) return [];
  const { rejecter, isObject } = deferred;
  const reject = isObject ? `${rejecter.name}.reject` : rejecter.name;
  const isCalled = isObject && isFunction(unwrapped(handler));
  return [fixer.insertTextAfter(handler, isCalled ? `, (error) => { ${reject}(error); }` : `, ${reject}`)];
}
