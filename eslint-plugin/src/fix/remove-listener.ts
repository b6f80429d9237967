import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  findListenerStatement,
  findWorkAfter,
  isFunction,
  isInside,
  isNameFree,
  ownLevelNodes,
  relaysOf,
  unwrapped,
  type AbortListener,
  type ListenerLeak,
  type Model,
} from '../analysis/index.js';
import { wrapInFinally } from './clear-in-finally.js';
import { combineSignals } from './combine-signals.js';
import { appendTo, indentationAt, newlineOf } from './insert-statement.js';
import { scopeBySettling } from './settled-scope.js';
import { readOfSignal } from './signal-reads.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Removes a listener in the `finally` of the work behind it; a function that is written in place gets a name for that.
 *
 * @returns undefined where the work outlasts its block or its function, or where the listener cannot be named
 */
export function removeInFinally(model: Model, { listener, work }: ListenerLeak): Fix | undefined {
  if (work?.goesOn) return undefined;
  const statement = work && findListenerStatement(listener)?.node;
  const rest = statement && findWorkAfter(model, statement);
  const name = listener.kind === 'addEventListener' ? nameFor(model, listener) : undefined;
  const remove = statement && readOfSignal(model, listener, 'removeEventListener', statement);
  if (!statement || !rest || name === undefined || remove === undefined) return undefined;
  const cleanup = `${remove}('abort', ${name});`;
  const tidy = inFinalizer(model, rest, cleanup) ?? wrapInFinally(model, { statement, rest }, cleanup);
  if (!tidy) return undefined;
  const written = unwrapped(listener.listener);
  if (!isFunction(written)) return tidy;
  const { sourceCode } = model;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  return (fixer) => [
    fixer.insertTextBefore(statement, `const ${name} = ${sourceCode.getText(written)};${line}`),
    fixer.replaceText(written, name),
    ...tidy(fixer),
  ];
}

function nameFor(model: Model, { listener, node }: AbortListener): string | undefined {
  const written = unwrapped(listener);
  if (written.type === 'Identifier') return written.name;
  if (written.type !== 'ArrowFunctionExpression' || written.params.length > 0) return undefined;
  return ['onAbort', 'abortListener'].find((each) => isNameFree(model, each, node));
}

/** Where the work is one `try` that has a `finally` already. */
function inFinalizer(
  { sourceCode }: Model,
  [work, ...others]: readonly TSESTree.Statement[],
  cleanup: string,
): Fix | undefined {
  if (work?.type !== 'TryStatement' || !work.finalizer) return undefined;
  const waits = others.some((each) =>
    ownLevelNodes(each, sourceCode.visitorKeys).some(({ type }) => type === 'AwaitExpression'),
  );
  const { finalizer } = work;
  return waits ? undefined : (fixer) => [appendTo(fixer, sourceCode, finalizer, cleanup)].flat();
}

/**
 * Scopes a listener in a promise's executor by the signal of a controller that is aborted once the promise has settled.
 *
 * @returns undefined where the options or the promise's place do not allow it
 */
export function scopeListener(model: Model, { listener, work }: ListenerLeak): Fix | undefined {
  const scope = work?.promise && scopeBySettling(model, work.promise);
  const edit = scope && addSignalOption(listener);
  return scope && edit && ((fixer) => [...scope(fixer), edit(fixer)]);
}

function addSignalOption({
  kind,
  listener,
  options,
}: AbortListener): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  if (kind !== 'addEventListener') return undefined;
  const scope = 'signal: settled.signal';
  if (!options) return (fixer) => fixer.insertTextAfter(listener, `, { ${scope} }`);
  const last = options.type === 'ObjectExpression' ? options.properties.at(-1) : undefined;
  return last && ((fixer) => fixer.insertTextAfter(last, `, ${scope}`));
}

/** @returns the edit that combines two signals in place of relaying one to the other, where nobody sees the difference */
export function combineRelay(model: Model, { listener, work }: ListenerLeak): Fix | undefined {
  const relay = work && relaysOf(model).find(({ registration }) => registration.node === listener.node);
  if (!relay || !isInside(relay.abort, listener.node)) return undefined;
  return combineSignals(model, { ...relay, listener });
}

/** @returns the edit that moves a listener to where the signal is made that is kept, so that it is added once */
export function moveToMaking(model: Model, { listener, made }: ListenerLeak): Fix | undefined {
  const statement = findListenerStatement(listener)?.node;
  const block = made && statement ? findMakingBlock(made) : undefined;
  if (!statement || !block) return undefined;
  const { sourceCode } = model;
  const [before, after] = [sourceCode.getTokenBefore(statement), sourceCode.getText(statement)];
  if (!before || sourceCode.getCommentsBefore(statement).length > 0) return undefined;
  return (fixer) => [
    ...[appendTo(fixer, sourceCode, block, after)].flat(),
    fixer.removeRange([before.range[1], statement.range[1]]),
  ];
}

/** The block of the branch that ends with making what is kept. */
function findMakingBlock(made: TSESTree.Node): TSESTree.BlockStatement | undefined {
  if (made.type !== 'IfStatement') return undefined;
  const blocks = [made.consequent, made.alternate].filter((branch) => branch?.type === 'BlockStatement');
  const making = blocks.filter((block) =>
    block.body.some(
      (each) => each.type === 'ExpressionStatement' && each.expression.type === 'AssignmentExpression',
    ),
  );
  return making.length === 1 ? making[0] : undefined;
}
