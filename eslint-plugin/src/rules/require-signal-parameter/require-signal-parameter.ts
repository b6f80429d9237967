import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findUncancellableFunctions,
  isTestFile,
  modelOf,
  runsOnServer,
  type UncancellableFunction,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { offerSignal } from '../../fix/offer-signal.js';

/**
 * Reports an exported async function that waits for a call which could be given a signal, and offers its callers no
 * way to cancel it. Silent where something else says what the function takes (a type, a framework, a call that it is
 * handed to), where a parameter may bring a signal along, in what runs on load or tests, and in cleanup.
 */
export default createRule({
  name: 'require-signal-parameter',
  docs: {
    description: 'require that exported async functions can be cancelled by their callers',
    guidance: ['signals-are-handed-on'],
    mentions: ['async'],
    requiresTypes: true,
  },
  messages: {
    uncancellable:
      '`{{name}}` waits for `{{callee}}` and takes no signal, so its callers cannot cancel it once it has begun.',
    offer: 'Take `signal` among the options and pass it.',
  },
  create(context, report) {
    const model = modelOf(context);
    const isProgram = context.sourceCode.text.startsWith('#!');
    if (!model.isTyped || isProgram || isTestFile(model, context.filename)) return {};
    if (!/\.[cm]?tsx?$/.test(context.filename) || runsOnServer(context.sourceCode.ast)) return {};
    const calls: TSESTree.CallExpression[] = [];

    function reportFunction(found: UncancellableFunction): void {
      const [first] = found.missing;
      if (!first) return;
      const fix = offerSignal(model, found);
      report({
        loc: placeOf(found.name),
        messageId: 'uncancellable',
        data: { name: found.name.name, callee: calledName(first.call) ?? 'a call' },
        suggest: fix ? [{ messageId: 'offer', fix }] : [],
        related: [{ node: first.call, message: 'This call could be given a signal.' }],
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        calls.push(call);
      },
      'Program:exit'() {
        for (const found of findUncancellableFunctions(model, calls)) reportFunction(found);
      },
    };
  },
});

/** The name alone, without its type. */
function placeOf({ name, loc: { start } }: TSESTree.Identifier): TSESTree.SourceLocation {
  return { start, end: { line: start.line, column: start.column + name.length } };
}
