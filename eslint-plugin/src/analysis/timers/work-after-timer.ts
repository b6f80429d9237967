import type { TSESTree } from '@typescript-eslint/utils';
import { outermost, ownLevelNodes, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';
import { comesFromCancellable } from '../operations/downstream-work.js';

/** The statement that starts a timer, and what follows it in its block. */
export interface WorkAfterTimer {
  statement: TSESTree.Statement;
  /** Where the id is kept; undefined where it is dropped. */
  id: string | undefined;
  rest: readonly TSESTree.Statement[];
}

/**
 * The work that a timer limits, where it may be put into a `try` whose `finally` clears the timer.
 *
 * @returns undefined where the work may go on behind its block
 */
export function findWorkAfterTimer(model: Model, timer: TSESTree.CallExpression): WorkAfterTimer | undefined {
  const start = startOf(timer);
  const rest = start && findWorkAfter(model, start.statement);
  return start && rest ? { ...start, rest } : undefined;
}

/**
 * The statements behind one, where they wait for something and may be put into a `try`.
 *
 * @returns undefined where the work may go on behind its block: a promise that is returned unawaited, the response of a request,
 *   whose body is still to be read
 */
export function findWorkAfter(model: Model, statement: TSESTree.Statement): TSESTree.Statement[] | undefined {
  const block = statement.parent;
  if (block.type !== 'BlockStatement') return undefined;
  const rest = block.body.slice(block.body.indexOf(statement) + 1);
  const { visitorKeys } = model.sourceCode;
  const nodes = rest.flatMap((each) => ownLevelNodes(each, visitorKeys));
  if (!nodes.some(({ type }) => type === 'AwaitExpression')) return undefined;
  const ends = nodes.every((node) => node.type !== 'ReturnStatement' || endsHere(model, node.argument));
  return ends ? rest : undefined;
}

function startOf(timer: TSESTree.CallExpression): Pick<WorkAfterTimer, 'statement' | 'id'> | undefined {
  const { parent } = outermost(timer);
  if (parent?.type === 'ExpressionStatement') return { statement: parent, id: undefined };
  if (parent?.type === 'AssignmentExpression') {
    const { left, parent: statement } = parent;
    if (statement.type !== 'ExpressionStatement' || left.type !== 'Identifier') return undefined;
    return { statement, id: left.name };
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const statement = parent.parent;
  return statement.declarations.length === 1 ? { statement, id: parent.id.name } : undefined;
}

function endsHere(model: Model, value: TSESTree.Expression | null): boolean {
  const inner = value && unwrapped(value);
  switch (inner?.type) {
    case undefined:
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    case 'AwaitExpression':
      return !comesFromCancellable(model, inner.argument);
    case 'Identifier':
      return !comesFromCancellable(model, inner);
    default:
      return false;
  }
}
