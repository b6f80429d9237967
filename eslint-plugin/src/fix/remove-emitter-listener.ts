import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  enclosingFunction,
  isFunction,
  isVisibleAt,
  outermost,
  rootName,
  unwrapped,
  type AbortOnlyRemoval,
  type Model,
  type SocketListener,
} from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type Edits = ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined;

/**
 * Takes the listener off before each normal end, in the words that the abort's path has for it.
 *
 * @returns undefined where an end is no statement of its own, or the names mean something else there
 */
export function removeBeforeEnds(model: Model, { ends, removals: [removal] }: AbortOnlyRemoval): Edits {
  if (!removal) return undefined;
  const { sourceCode } = model;
  const text = `${sourceCode.getText(outermost(removal))};`;
  const names = [removal.callee, ...removal.arguments].map((each) => rootName(each));
  const isPossible = ends.every(
    (end) =>
      names.every((name) => !name || isVisibleAt(model, name, end)) &&
      (isBodyOf(end) || isStatementOfBlock(end)),
  );
  if (!isPossible) return undefined;
  return (fixer) =>
    ends.map((end) => {
      if (isBodyOf(end)) return fixer.replaceText(end, `{ ${text} ${sourceCode.getText(end)}; }`);
      const line = newlineOf(sourceCode) + indentationAt(sourceCode, end.loc.start.line);
      return fixer.insertTextBefore(outermost(end), text + line);
    });
}

function isBodyOf(end: TSESTree.Node): boolean {
  return end.parent?.type === 'ArrowFunctionExpression' && end.parent.body === end;
}

function isStatementOfBlock(end: TSESTree.Node): boolean {
  const statement = outermost(end).parent;
  return statement?.type === 'ExpressionStatement' && statement.parent.type === 'BlockStatement';
}

/**
 * Takes the listener off the socket when the request has ended; a function that is made on the spot gets a name.
 *
 * @returns undefined where the request has no name, the call is no statement of its own, or the function would lose its types
 */
export function removeOnClose(model: Model, found: SocketListener): Edits {
  const { sourceCode } = model;
  const { call, emitter, event, listener, request } = found;
  const statement = call.parent;
  const callee = unwrapped(call.callee);
  const isPlain = callee.type === 'MemberExpression' && callee.object === emitter;
  const name = listener.type === 'Identifier' ? listener.name : freeNameFor(model, found);
  if (statement.type !== 'ExpressionStatement' || !isStatementOfBlock(call) || !isPlain) return undefined;
  if (!name || !isNameable(request, call)) return undefined;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  const off = `${sourceCode.getText(emitter)}.off('${event}', ${name})`;
  const after = `${line}${sourceCode.getText(request)}.once('close', () => { ${off}; });`;
  return (fixer) => [
    ...(listener.type === 'Identifier'
      ? []
      : [
          fixer.insertTextBefore(statement, `const ${name} = ${sourceCode.getText(listener)};${line}`),
          fixer.replaceText(listener, name),
        ]),
    fixer.insertTextAfter(statement, after),
  ];
}

function isNameable(request: TSESTree.Node, call: TSESTree.CallExpression): boolean {
  const path = accessPath(request);
  if (!path) return false;
  return path[0] !== 'this' || enclosingFunction(call)?.type === 'ArrowFunctionExpression';
}

/** A function that uses `this`, or whose parameters have their types from where it stands, is left alone. */
function freeNameFor(model: Model, { event, listener }: SocketListener): string | undefined {
  if (!isFunction(listener) || listener.type !== 'ArrowFunctionExpression') return undefined;
  const isTyped = listener.params.every((each) => each.type === 'Identifier' && each.typeAnnotation);
  if (!isTyped) return undefined;
  return findFreeName(model.sourceCode, [`on${event.charAt(0).toUpperCase()}${event.slice(1)}`]);
}
