import type { TSESLint } from '@typescript-eslint/utils';
import {
  isFunction,
  isInside,
  outermost,
  type CompletionListener,
  type GeneratorEndAbort,
  type Model,
} from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { appendTo, indentationAt, newlineOf } from './insert-statement.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Makes a listener abort only where the response was not finished; one on the request is moved to the response.
 *
 * @returns undefined where the function does not have the response, or the abort stands somewhere else
 */
export function abortUnlessFinished(
  { sourceCode }: Model,
  { event, abort, how, emitter, response }: CompletionListener,
): Fix | undefined {
  const name = how === 'responseClose' ? sourceCode.getText(emitter) : response;
  const listener = event.parent?.type === 'CallExpression' ? event.parent.arguments[1] : undefined;
  const statement = outermost(abort.call).parent;
  if (name === undefined || !isFunction(listener) || !isInside(abort.call, listener)) return undefined;
  const isBody = statement === listener && listener.body.type !== 'BlockStatement';
  if (!isBody && (statement?.type !== 'ExpressionStatement' || statement.parent.parent !== listener))
    return undefined;
  const guard = `if (!${name}.writableFinished) `;
  const move = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] =>
    how === 'responseClose' ? [] : [fixer.replaceText(emitter, name), fixer.replaceText(event, `'close'`)];
  return (fixer) => [
    ...move(fixer),
    ...(isBody
      ? [fixer.insertTextBefore(listener.body, `{ ${guard}`), fixer.insertTextAfter(listener.body, '; }')]
      : [fixer.insertTextBefore(statement, guard)]),
  ];
}

/** Makes a generator remember whether it came to the end of its `try`, and abort only where it did not. */
export function abortUnlessDone(
  { sourceCode }: Model,
  { attempt, statement }: GeneratorEndAbort,
): Fix | undefined {
  const flag = findFreeName(sourceCode, ['isDone', 'isReadToEnd']);
  if (flag === undefined || attempt.parent.type !== 'BlockStatement') return undefined;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, attempt.loc.start.line);
  return (fixer) => [
    fixer.insertTextBefore(attempt, `let ${flag} = false;${line}`),
    ...[appendTo(fixer, sourceCode, attempt.block, `${flag} = true;`)].flat(),
    fixer.insertTextBefore(statement, `if (!${flag}) `),
  ];
}
