import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  enclosingFunction,
  findListenerStatement,
  findPromiseLeftAt,
  findVariable,
  isDeclaredBefore,
  isFunction,
  isInCleanup,
  isNameFree,
  isNewPromise,
  outermost,
  rootName,
  unwrapped,
  waitsBefore,
  type AbortListener,
  type FunctionNode,
  type Model,
} from '../analysis/index.js';
import { indentationAt, insertFirst, newlineOf } from './insert-statement.js';
import { readOfSignal } from './signal-reads.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** A text to be put into the listener's function while it is moved. */
export interface Edit {
  range: Readonly<TSESTree.Range>;
  text: string;
}

/**
 * Runs, behind the statement that adds a listener, what the listener does, if the signal is aborted by then. A function
 * that is written in place gets a name for that.
 *
 * @param edits what else is to be changed in the listener
 * @returns undefined where the listener cannot be called like that
 */
export function runWhereAborted(
  model: Model,
  listener: AbortListener,
  edits: readonly Edit[] = [],
): Fix | undefined {
  const written = unwrapped(listener.listener);
  const body = listener.function;
  if (!body || body.async || body.generator || body.params.length > 0) return undefined;
  if (!isDeclaredBefore(model, body, listener.node)) return undefined;
  if (!isFunction(written)) {
    const isNamed = accessPath(written) !== undefined;
    return isNamed
      ? checkState(model, listener, `${model.sourceCode.getText(written)}();`, edits)
      : undefined;
  }
  const statement = findListenerStatement(listener);
  const name = ['onAbort', 'abortListener'].find((each) => isNameFree(model, each, listener.node));
  const check = name === undefined ? undefined : checkState(model, listener, `${name}();`);
  if (!statement || !check || name === undefined || written.type !== 'ArrowFunctionExpression')
    return undefined;
  return (fixer) => [
    fixer.insertTextBefore(
      statement.node,
      `const ${name} = ${edited(model, written, edits)};${lineAt(model, statement.node)}`,
    ),
    fixer.replaceText(written, name),
    ...check(fixer),
  ];
}

/** Adds `if (signal.aborted) action` behind the statement that adds a listener. */
export function checkState(
  model: Model,
  listener: AbortListener,
  action: string,
  edits: readonly Edit[] = [],
): Fix | undefined {
  const statement = findListenerStatement(listener);
  if (!statement) return undefined;
  const state = readOfSignal(model, listener, 'aborted', statement.node);
  if (state === undefined) return undefined;
  const test = statement.isConditional ? state : state.replace(/\?\.aborted$/, '.aborted');
  return (fixer) => [
    ...edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text)),
    fixer.insertTextAfter(statement.node, `${lineAt(model, statement.node)}if (${test}) ${action}`),
  ];
}

function lineAt({ sourceCode }: Model, node: TSESTree.Node): string {
  return newlineOf(sourceCode) + indentationAt(sourceCode, node.loc.start.line);
}

function edited({ sourceCode }: Model, node: TSESTree.Node, edits: readonly Edit[]): string {
  let text = sourceCode.getText(node);
  for (const { range, text: inserted } of edits.toSorted((one, other) => other.range[0] - one.range[0])) {
    const start = node.range[0];
    text = text.slice(0, range[0] - start) + inserted + text.slice(range[1] - start);
  }
  return text;
}

/**
 * Throws the reason of a signal that is aborted already as the first thing that a function does, where that rejects the
 * promise that the caller waits for: in an async function, and in the executor of a promise.
 *
 * @returns undefined where the listener is added after a wait, the signal has no name there yet, or a promise that the function
 *   was given to wait for would be left without a handler
 */
export function throwWhereAborted(model: Model, listener: AbortListener): Fix | undefined {
  const body = enclosingFunction(listener.node);
  if (!body || !rejectsByThrowing(body) || body.body.type !== 'BlockStatement') return undefined;
  if (isInCleanup(model, listener.node)) return undefined;
  const block = body.body;
  const first = block.body[0];
  const root = rootName(unwrapped(listener.target));
  if (!first || (first.type === 'ExpressionStatement' && first.directive !== undefined)) return undefined;
  if (!root || !isNamedBefore(model, root, block)) return undefined;
  if (waitsBefore(model, body, listener.node) || findPromiseLeftAt(model, body, block.range[0]))
    return undefined;
  const read = readOfSignal(model, listener, 'throwIfAborted', block);
  return read === undefined
    ? undefined
    : (fixer) => insertFirst(fixer, model.sourceCode, block, `${read}();`);
}

function rejectsByThrowing(body: FunctionNode): boolean {
  const { parent } = outermost(body);
  return isNewPromise(parent) ? !body.async : body.async && !body.generator;
}

/** Is the name that the signal starts at a parameter, or declared before the block? */
function isNamedBefore(model: Model, root: TSESTree.Identifier, block: TSESTree.BlockStatement): boolean {
  const [definition] = findVariable(model, root)?.defs ?? [];
  return definition !== undefined && definition.name.range[1] <= block.range[0];
}
