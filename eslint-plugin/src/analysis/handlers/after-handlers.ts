import type { TSESTree } from '@typescript-eslint/utils';
import { isLoop, type AbortHandler, type Loop } from './abort-handlers.js';
import type { Exit } from './abort-path.js';
import { hasGuard } from './guards.js';
import type { Model } from '../model.js';
import { operationsIn } from '../operations/operations.js';
import { ancestorsOf, isFunction, ownLevelNodes } from '../code/syntax.js';

/**
 * Does the abort come to light after this way out of the handler: in the statements behind the `try`, which test the
 * signal or hand it to the next operation, or in the test or at the top of the loop around it?
 */
export function isGuardedAfter(model: Model, handler: AbortHandler, exit: Exit): boolean {
  if (exit.kind === 'return') return false;
  let inner: TSESTree.Node = handler.node;
  for (const outer of ancestorsOf(handler.node)) {
    if (isFunction(outer)) return false;
    const following = statementsOf(outer).slice(statementsOf(outer).indexOf(inner) + 1);
    if (following.some((statement) => revealsAbort(model, statement))) return true;
    if (outer.type === 'TryStatement' && outer.finalizer && hasGuard(model, outer.finalizer)) return true;
    if (isLoop(outer) && loopLooksAtSignal(model, outer)) return true;
    inner = outer;
  }
  return false;
}

/**
 * Does the code behind the handler throw whatever it did, so that nobody sees a normal result: `throw new Error(await
 * response.text().catch(() => ''))`?
 */
export function isFailureAfter(model: Model, { node }: AbortHandler, exit: Exit): boolean {
  if (node.type === 'CatchClause' && exit.kind !== 'end') return false;
  let inner: TSESTree.Node = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer) || isLoop(outer)) return false;
    if (outer.type === 'ThrowStatement') return true;
    for (const statement of statementsOf(outer).slice(statementsOf(outer).indexOf(inner) + 1)) {
      if (statement.type === 'ThrowStatement') return true;
      if (mayLeave(model, statement)) return false;
    }
    if (/^(?:Return|Break|Continue)Statement$/.test(outer.type)) return false;
    inner = outer;
  }
  return false;
}

function mayLeave(model: Model, statement: TSESTree.Node): boolean {
  return ownLevelNodes(statement, model.sourceCode.visitorKeys).some(({ type }) =>
    /^(?:Return|Break|Continue)Statement$/.test(type),
  );
}

function statementsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  if (node.type === 'SwitchCase') return node.consequent;
  return node.type === 'BlockStatement' || node.type === 'Program' ? node.body : [];
}

/** An operation on the aborted signal fails at once, and its failure is not taken here again. */
function revealsAbort(model: Model, statement: TSESTree.Node): boolean {
  return (
    hasGuard(model, statement) ||
    operationsIn(model, statement).some(({ signals }) =>
      signals.some(({ ownership }) => ownership === 'received'),
    )
  );
}

/** Is the signal tested in the loop's head, or before anything is awaited in its body? */
function loopLooksAtSignal(model: Model, loop: Loop): boolean {
  if ('test' in loop && loop.test && hasGuard(model, loop.test)) return true;
  const statements = loop.body.type === 'BlockStatement' ? loop.body.body : [loop.body];
  const [first] = statements.filter((statement) => statement.type !== 'VariableDeclaration');
  const opening = first?.type === 'TryStatement' ? first.block.body[0] : first;
  return opening !== undefined && isCheck(model, opening);
}

function isCheck(model: Model, statement: TSESTree.Node): boolean {
  if (statement.type === 'IfStatement') return hasGuard(model, statement.test);
  return statement.type === 'ExpressionStatement' && hasGuard(model, statement);
}
