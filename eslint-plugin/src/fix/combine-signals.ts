import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  doesNothingElse,
  findListenerStatement,
  findVariable,
  isInside,
  memberName,
  outermost,
  unwrapped,
  type AbortListener,
  type AbortRelay,
  type Model,
} from '../analysis/index.js';
import { readOfSignal } from './signal-reads.js';

/** A relay, and the listener that makes it. */
type ListenedRelay = AbortRelay & { listener: AbortListener };

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Takes a relay away, and hands `AbortSignal.any([signal, controller.signal])` to the one that got the controller's
 * signal.
 *
 * @returns undefined where the relay does more than relay, where anybody else could see the difference (a second reader
 *   of the controller's signal, somebody who has the controller), or where nothing else aborts the controller
 */
export function combineSignals(model: Model, relay: ListenedRelay): Fix | undefined {
  const { sourceCode } = model;
  const { listener, controller } = relay;
  const statement = findListenerStatement(listener);
  const reader = findOnlyReader(model, relay);
  if (!statement || !reader || !doesNothingElse(relay) || !isSimple(model, listener, statement.node))
    return undefined;
  const isAfter = reader.range[0] > statement.node.range[1];
  const isSafe = isAfter && isInside(reader, statement.node.parent);
  if (!isSafe || readOfSignal(model, listener, 'reason', reader) === undefined) return undefined;
  const before = sourceCode.getTokenBefore(statement.node, { includeComments: true });
  if (!before || sourceCode.getCommentsInside(statement.node).length > 0) return undefined;
  const [source, own] = [sourceCode.getText(unwrapped(listener.target)), sourceCode.getText(controller)];
  const parts = statement.isConditional
    ? `${own}.signal, ...(${source} ? [${source}] : [])`
    : `${source}, ${own}.signal`;
  return (fixer) => [
    fixer.removeRange([before.range[1], statement.node.range[1]]),
    fixer.replaceText(reader, `AbortSignal.any([${parts}])`),
  ];
}

/** Is it added where there is a signal, and on no other condition? */
function isSimple({ sourceCode }: Model, { node, target }: AbortListener, statement: TSESTree.Node): boolean {
  if (outermost(node).parent === statement) return true;
  const test =
    statement.type === 'IfStatement'
      ? statement.test
      : statement.type === 'ExpressionStatement' && statement.expression.type === 'LogicalExpression'
        ? statement.expression.left
        : undefined;
  return test !== undefined && sourceCode.getText(test) === sourceCode.getText(target);
}

/** The only `controller.signal`, where it is handed on, and where the other uses of the controller abort it. */
function findOnlyReader(model: Model, { made, controller, abort }: AbortRelay): TSESTree.Node | undefined {
  const declarator = made?.parent;
  if (controller.type !== 'Identifier' || declarator?.type !== 'VariableDeclarator') return undefined;
  const uses = (findVariable(model, controller)?.references ?? [])
    .filter(({ init, identifier }) => init !== true && !isInside(identifier, abort))
    .map(({ identifier }) => identifier.parent);
  const readers = uses.filter((use) => use.type === 'MemberExpression' && memberName(use) === 'signal');
  const aborts = uses.filter((use) => use.type === 'MemberExpression' && memberName(use) === 'abort');
  const [reader] = readers;
  if (!reader || readers.length > 1 || aborts.length === 0) return undefined;
  return readers.length + aborts.length === uses.length && isHandedOn(reader) ? reader : undefined;
}

function isHandedOn(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'Property') return parent.value === node;
  return parent?.type === 'CallExpression' && parent.callee !== node;
}
