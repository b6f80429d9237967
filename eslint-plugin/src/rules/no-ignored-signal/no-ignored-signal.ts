import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, findIgnoredSignal, modelOf, type FunctionNode } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports a signal that a function accepts and never reads: a parameter, a destructured option, or a member of options
 * whose type the file declares. Silent where the function has nothing to wait for, where a base class, an interface or
 * a callback's place says what it takes, beside a rest, and where another rule names the call or the promise that lacks the
 * signal. An underscore says that it is left out on purpose, unless something in the function could be given it.
 */
export default createRule({
  name: 'no-ignored-signal',
  docs: {
    description: 'disallow accepting a signal and never reading it',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort'],
    recommended: 'warn',
  },
  messages: {
    ignored:
      '`{{signal}}` is accepted and never read, so a caller who aborts it waits for the work all the same.',
    dropped: '`{{signal}}` is left out, so `{{callee}}` goes on after the caller has cancelled.',
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: FunctionNode): void {
      const ignored = findIgnoredSignal(model, node);
      if (!ignored) return;
      const { call, text: signal } = ignored;
      report({
        loc: placeOf(ignored.node),
        messageId: call ? 'dropped' : 'ignored',
        data: { signal, callee: (call && calledName(call)) ?? 'this call' },
        related: call ? [{ node: call, message: 'This call could be given the signal.' }] : [],
      });
    }

    return { ArrowFunctionExpression: check, FunctionDeclaration: check, FunctionExpression: check };
  },
});

/** The name alone, without its type. */
function placeOf({ name, loc: { start } }: TSESTree.Identifier): TSESTree.SourceLocation {
  return { start, end: { line: start.line, column: start.column + name.length } };
}
