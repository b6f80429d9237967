import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findUnforwardedSignals,
  modelOf,
  unwrapped,
  type UnforwardedSignal,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { passSignal } from '../../fix/pass-signal.js';

/**
 * Reports a call that can be cancelled but is not given the signal that its function has. Silent when the call has a
 * signal, `signal: undefined` or options that cannot be looked into; in cleanup and other work that has to be done all
 * the same; for work that is started and let go; and where the signal is missing or aborted already.
 */
export default createRule({
  name: 'forward-abort-signal',
  docs: {
    description: 'require that an available abort signal is passed on to calls that take one',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort', '@langchain/core', '@ai-sdk/provider', '@openai/agents'],
    recommended: 'error',
  },
  messages: {
    missing: '`{{callee}}` is called without `{{signal}}`, so it goes on after its caller has cancelled.',
    missingOwn: '`{{callee}}` is called without `{{signal}}`, so it goes on after the abort.',
    pass: 'Pass `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);
    const calls: TSESTree.CallExpression[] = [];

    function reportMissing(missing: UnforwardedSignal): void {
      const { call, signal } = missing;
      const fix = missing.isAbortHandled ? passSignal(model, missing) : undefined;
      const data = { signal: signal.text.replaceAll('?.', '.') };
      report({
        node: calleeName(call),
        messageId: signal.ownership === 'owned' ? 'missingOwn' : 'missing',
        data: { ...data, callee: calledName(call) ?? 'this call' },
        suggest: fix ? [{ messageId: 'pass', data, fix }] : [],
        related: receivedHere(signal.source),
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        calls.push(call);
      },
      'Program:exit'() {
        for (const missing of findUnforwardedSignals(model, calls)) reportMissing(missing);
      },
    };
  },
});

/** The smallest token that names what is called. */
function calleeName(call: TSESTree.CallExpression): TSESTree.Node {
  const callee = unwrapped(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}
