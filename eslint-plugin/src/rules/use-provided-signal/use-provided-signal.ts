import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findUnusedOffers,
  isTestFile,
  modelOf,
  type FunctionNode,
  type UnusedOffer,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { takeSignal } from '../../fix/take-signal.js';

/**
 * Reports a callback that is offered a signal by the place which it is handed to, and does not take it, though it calls
 * something that could be given it. Silent when it takes the signal or hands its whole context on, and where another
 * signal is there, which forward-abort-signal speaks of; in tests.
 */
export default createRule({
  name: 'use-provided-signal',
  docs: {
    description: 'require that callbacks take the signal that they are offered',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort', 'fetch', 'query', 'loader', 'tool', 'retry'],
    recommended: 'warn',
  },
  messages: {
    unused:
      '`{{callee}}` goes on after an abort, because this callback does not take the `{{signal}}` that it is offered.',
    take: 'Take `{{signal}}` and pass it.',
  },
  create(context, report) {
    const model = modelOf(context);
    if (isTestFile(model, context.filename)) return {};
    const calls: TSESTree.CallExpression[] = [];
    const functions: FunctionNode[] = [];

    function reportUnused(offer: UnusedOffer): void {
      const [first] = offer.missing;
      if (!first) return;
      const fix = takeSignal(model, offer);
      const data = { signal: offer.signal.text, callee: calledName(first.call) ?? 'This call' };
      report({
        node: calleeOf(first.call),
        messageId: 'unused',
        data,
        suggest: fix ? [{ messageId: 'take', data, fix }] : [],
        related: [{ node: offer.callback, message: 'This callback is offered a signal.' }],
      });
    }

    const keep = (node: FunctionNode): void => {
      functions.push(node);
    };
    return {
      ArrowFunctionExpression: keep,
      FunctionExpression: keep,
      CallExpression(call: TSESTree.CallExpression) {
        calls.push(call);
      },
      'Program:exit'() {
        for (const offer of findUnusedOffers(model, functions, calls)) reportUnused(offer);
      },
    };
  },
});

function calleeOf(call: TSESTree.CallExpression): TSESTree.Node {
  return call.callee.type === 'MemberExpression' ? call.callee.property : call.callee;
}
