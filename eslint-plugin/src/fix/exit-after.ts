import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  chainEnd,
  isFunction,
  isInside,
  outermost,
  type Model,
  type StartedWork,
} from '../analysis/index.js';
import { caughtError } from './catch-failures.js';
import { appendTo, indentationAt, newlineOf } from './insert-statement.js';

type Source = Readonly<TSESLint.SourceCode>;

/** An exit that can be moved behind the end of what was started in the statement before it. */
export interface MovableExit {
  exit: TSESTree.ExpressionStatement;
  work: TSESTree.ExpressionStatement;
}

/**
 * @param exit the call that ends the process
 * @param started what is still under way there
 * @returns undefined where another statement stands between them or follows, or the function may not wait
 */
export function findMovableExit(
  exit: TSESTree.CallExpression,
  started: StartedWork,
): MovableExit | undefined {
  const last = exit.parent;
  if (last.type !== 'ExpressionStatement' || last.parent.type !== 'BlockStatement') return undefined;
  const { body } = last.parent;
  const work = body.at(-2);
  const { parent } = last.parent;
  if (body.at(-1) !== last || work?.type !== 'ExpressionStatement' || !isFunction(parent)) return undefined;
  if (outermost(chainEnd(started.call)).parent !== work && started.tells !== 'promise') return undefined;
  if (!isInside(started.call, work) || parent.returnType?.typeAnnotation.type === 'TSNeverKeyword')
    return undefined;
  return { exit: last, work };
}

/** Exits when a promise is settled: with the same code where it is fulfilled, with 1 where it is rejected. */
export function exitWhenSettled(
  fixer: TSESLint.RuleFixer,
  model: Model,
  { exit, work }: MovableExit,
  started: StartedWork,
): TSESLint.RuleFix {
  const { sourceCode } = model;
  const end = chainEnd(started.call);
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, work.loc.start.line);
  const step = line.includes('\t') ? '\t' : '  ';
  const handlers = [
    '.then(() => {',
    ...commentsAbove(sourceCode, exit).map((comment) => step + comment),
    `${step}${sourceCode.getText(exit.expression)};`,
    `}).catch(${caughtError(model)} => {`,
    `${step}console.error(error);`,
    `${step}process.exit(1);`,
    '});',
  ];
  return fixer.replaceTextRange([end.range[1], exit.range[1]], handlers.join(line));
}

/** Exits in the callback that a call is given, or gets. */
export function exitInCallback(
  fixer: TSESLint.RuleFixer,
  sourceCode: Source,
  { exit, work }: MovableExit,
  { call }: StartedWork,
): TSESLint.RuleFix[] {
  const statements = [...commentsAbove(sourceCode, exit), sourceCode.getText(exit)];
  const removal = fixer.removeRange([work.range[1], exit.range[1]]);
  const callback = call.arguments.at(-1);
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, work.loc.start.line);
  const step = line.includes('\t') ? '\t' : '  ';
  const text = statements.join(line + step);
  if (isFunction(callback) && callback.body.type === 'BlockStatement') {
    return [appendTo(fixer, sourceCode, callback.body, text), removal].flat();
  }
  const closing = sourceCode.getLastToken(call);
  if (callback || !closing) return [];
  return [fixer.insertTextBefore(closing, `() => {${line}${step}${text}${line}}`), removal];
}

/** What is said of the exit moves with it. */
function commentsAbove(sourceCode: Source, exit: TSESTree.ExpressionStatement): string[] {
  return sourceCode.getCommentsBefore(exit).map((comment) => sourceCode.getText(comment as never));
}
