import type { TSESTree } from '@typescript-eslint/utils';
import { errorReportKind, type ErrorReportKind } from '../catalogue/index.js';
import { accessPath, constantText, unwrapped } from '../code/syntax.js';

/** A call that tells of an error as of a failure. */
export interface ErrorReport {
  kind: ErrorReportKind;
  call: TSESTree.CallExpression;
}

/** @returns what a call reports; undefined where it reports nothing, or takes an earlier report back */
export function findErrorReport(call: TSESTree.CallExpression): ErrorReport | undefined {
  const path = accessPath(call.callee);
  const kind = path && errorReportKind(path);
  const [first] = call.arguments;
  if (!kind || (kind !== 'log' && !first)) return undefined;
  if (kind === 'event' && constantText(first) !== 'error') return undefined;
  return kind === 'state' && isNothing(first) ? undefined : { kind, call };
}

/** `setError(null)` clears the state. */
function isNothing(value: TSESTree.Node | undefined): boolean {
  const inner = value && unwrapped(value);
  if (inner?.type === 'Literal') return !inner.value;
  return inner === undefined || (inner.type === 'Identifier' && inner.name === 'undefined');
}
