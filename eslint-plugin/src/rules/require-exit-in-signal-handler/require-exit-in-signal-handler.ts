import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  endingListeners,
  findFinalizer,
  findVisibleController,
  isIdleHandler,
  modelOf,
  type FunctionNode,
  type Model,
  type SharedListener,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { endFunctionWith } from '../../fix/insert-statement.js';

/**
 * Reports a listener of SIGINT or SIGTERM that only writes to a log, deletes files or does nothing, and so takes away
 * the exit without ending anything. Silent when it calls anything that could end the process or its work, sets
 * anything, when another listener does, when it is taken off again, for an empty body with a comment, where the
 * process has children or a parent that ends it, and for other signals.
 */
export default createRule({
  name: 'require-exit-in-signal-handler',
  docs: {
    description: 'require a handler of SIGINT or SIGTERM to end the process or its work',
    guidance: ['handlers-abort'],
    mentions: ['SIGINT', 'SIGTERM'],
    recommended: 'warn',
  },
  messages: {
    idle: 'A listener of {{names}} takes away the exit that Node makes without one, and this one ends nothing, so the process lives on.',
    exit: 'Exit with code {{code}}.',
    abort: 'Abort `{{controller}}`.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      'Program:exit'() {
        for (const shared of endingListeners(model)) {
          const [{ argument, call }] = shared.listeners;
          const start = context.sourceCode.getFirstToken(argument);
          if (!start || !isIdleHandler(model, shared)) continue;
          const names = namesOf(shared);
          report({
            loc: start.loc,
            messageId: 'idle',
            data: { names: names.join(' or ') || 'a signal' },
            suggest: [
              ...suggestAbort(model, shared.handler),
              ...(findFinalizer(model, call) ? [] : suggestExit(context.sourceCode, shared.handler, names)),
            ],
          });
        }
      },
    };
  },
});

const codes = new Map([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);

function namesOf({ listeners }: SharedListener): string[] {
  const names = listeners.flatMap(({ events }) => events.map(({ name }) => name));
  return [...new Set(names)].filter((name) => codes.has(name));
}

type Suggestion = TSESLint.SuggestionReportDescriptor<'exit' | 'abort'>;

function suggestExit(
  sourceCode: Readonly<TSESLint.SourceCode>,
  handler: FunctionNode,
  names: readonly string[],
): Suggestion[] {
  const [name = '', ...others] = names;
  const code = String((others.length === 0 ? codes.get(name) : undefined) ?? 1);
  return [
    {
      messageId: 'exit',
      data: { code },
      fix: (fixer) => endFunctionWith(fixer, sourceCode, handler, `process.exit(${code});`),
    },
  ];
}

function suggestAbort(model: Model, handler: TSESTree.Node & FunctionNode): Suggestion[] {
  const controller = findVisibleController(model, handler);
  if (controller === undefined) return [];
  return [
    {
      messageId: 'abort',
      data: { controller },
      fix: (fixer) => endFunctionWith(fixer, model.sourceCode, handler, `${controller}.abort();`),
    },
  ];
}
