import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  completesNormally,
  enclosingFunction,
  findAbortHandler,
  holdsForAbort,
  isGuardedAfter,
  isHandedByOwner,
  isInRetry,
  isMeant,
  isTransfer,
  modelOf,
  ownLevelNodes,
  saysCancelled,
  type AbortHandler,
  type Exit,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { errorName, signalText } from '../../fix/abort-guards.js';
import { appendTo } from '../../fix/insert-statement.js';

/**
 * Reports code that recognises the abort of a signal which its function only received, and absorbs it, so that the
 * caller sees a success. Silent when the guarded path throws, hands the error on or says that it was cancelled; for
 * owners, boundaries and cleanup; where an own signal may have ended the work too.
 */
export default createRule({
  name: 'no-misplaced-abort-catch',
  docs: {
    description: 'disallow absorbing a recognised abort in a function that only received the signal',
    guidance: ['entry-point-absorbs'],
    mentions: ['abort', 'cancel'],
    recommended: 'warn',
  },
  messages: {
    absorbed:
      'The abort of `{{signal}}` is absorbed here, but the function only received that signal: its caller sees a success.',
    rethrow: 'Throw the error on to the owner of `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortHandler(model, node);
      const exit = handler?.exits.find((each) => absorbs(model, handler, each));
      const test = exit?.tests[0];
      if (!handler || !exit || !test || handler.isMixed || handler.isCombined) return;
      if (isInRetry(model, node) || isTransfer(model, handler)) return;
      if (isGuardedAfter(model, handler, exit) || isMeant(model, handler)) return;
      if (isHandedByOwner(model, handler.signal)) return;
      const signal = signalText(model, handler.signal) ?? 'the signal';
      report({
        node: test,
        messageId: 'absorbed',
        data: { signal },
        suggest: suggestRethrow(model, handler, exit, signal),
        related: receivedHere(handler.signal.source),
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

function absorbs(model: Model, handler: AbortHandler, exit: Exit): boolean {
  if (!completesNormally(exit) || exit.recognised !== 'yes' || exit.isErrorKept) return false;
  if (exit.kind === 'return' && (!isEmptyResult(exit.node) || isOtherAnswer(model, handler, exit.node)))
    return false;
  return (
    !saysCancelled(model, exit.node) &&
    exit.tests.every((test) => !saysCancelled(model, branchOf(model, handler, test)))
  );
}

/** A caller can tell a partial result or a state of its own from a success; nothing, `null` or `[]` it cannot. */
function isEmptyResult(node: TSESTree.Node): boolean {
  const value = node.type === 'ReturnStatement' ? node.argument : node;
  switch (value?.type) {
    case undefined:
    case 'Literal':
      return true;
    case 'Identifier':
      return value.name === 'undefined';
    case 'UnaryExpression':
      return value.operator === 'void';
    case 'ArrayExpression':
      return value.elements.length === 0;
    case 'ObjectExpression':
      return value.properties.length === 0;
    default:
      return false;
  }
}

/** `return false` of a function that otherwise says `true`: its caller is told. */
function isOtherAnswer(model: Model, { node }: AbortHandler, answer: TSESTree.Node): boolean {
  const given = flagOf(answer);
  const level = enclosingFunction(node);
  if (given === undefined || level?.body.type !== 'BlockStatement') return false;
  const others = ownLevelNodes(level.body, model.sourceCode.visitorKeys).filter(
    (each) => each.type === 'ReturnStatement' && each !== answer,
  );
  return others.length > 0 && others.every((each) => flagOf(each) === !given);
}

function flagOf(node: TSESTree.Node): boolean | undefined {
  const value = node.type === 'ReturnStatement' ? node.argument : undefined;
  return value?.type === 'Literal' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** What an `if` runs for an abort: it may tell the caller of the cancellation in its own words. */
function branchOf(model: Model, handler: AbortHandler, test: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = test;
  if (parent?.type !== 'IfStatement') return undefined;
  return holdsForAbort(model, handler, test) ? parent.consequent : (parent.alternate ?? undefined);
}

function suggestRethrow(
  model: Model,
  handler: AbortHandler,
  exit: Exit,
  signal: string,
): TSESLint.SuggestionReportDescriptor<'rethrow'>[] {
  const error = errorName(handler.handler);
  const leaving = /^(?:Break|Continue|Return)Statement$/.test(exit.node.type);
  const block = leaving ? undefined : endOf(model, handler, exit);
  if (error === undefined || (!leaving && !block)) return [];
  if (leaving && model.sourceCode.getCommentsInside(exit.node).length > 0) return [];
  return [
    {
      messageId: 'rethrow',
      data: { signal },
      fix: (fixer) =>
        block
          ? appendTo(fixer, model.sourceCode, block, `throw ${error};`)
          : fixer.replaceText(exit.node, `throw ${error};`),
    },
  ];
}

/** The block at whose end the absorbed abort is still in hand. */
function endOf(model: Model, handler: AbortHandler, exit: Exit): TSESTree.BlockStatement | undefined {
  const [test] = exit.tests;
  const branch = test && branchOf(model, handler, test);
  if (branch) return branch.type === 'BlockStatement' ? branch : undefined;
  const body = 'body' in handler.handler ? handler.handler.body : undefined;
  return body && !Array.isArray(body) && body.type === 'BlockStatement' ? body : undefined;
}
