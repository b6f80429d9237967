import type { TSESTree } from '@typescript-eslint/utils';
import {
  findUncancelledStream,
  findUnclosedIterator,
  findUnclosedLoop,
  memberName,
  modelOf,
  type UnclosedSource,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { closeSource } from '../../fix/close-source.js';

/**
 * Reports a `ReadableStream` that takes its chunks from an iterator, a reader, an interval or an emitter and has no `cancel` that
 * closes it, and an async iterator by hand around such an iterator or reader that has no `return`; an async generator
 * that calls one in a loop and does not close it when its consumer stops. Silent where the method is
 * there, where the source is closed elsewhere or handed on, and where it may be data that is there already.
 */
export default createRule({
  name: 'no-unclosed-source',
  docs: {
    description:
      'disallow streams and iterators that leave their source open when their consumer stops early',
    guidance: ['cleanup-is-shielded'],
    mentions: ['ReadableStream', 'asyncIterator', 'getReader'],
    recommended: 'warn',
  },
  messages: {
    pulled:
      'This stream has no `cancel` that closes `{{source}}`, so its source stays open after a consumer has cancelled the stream.',
    started:
      'This stream has no `cancel` that ends what `start` has begun, so that goes on after a consumer has cancelled the stream, and `enqueue` throws.',
    iterator:
      'This iterator has no `return` that closes `{{source}}`, so its source stays open after a consumer has left its loop.',
    loop: 'Nothing closes `{{source}}` where the consumer of this generator stops early, so what it takes its values from stays open.',
    cancel: 'Add a `cancel` that closes the source.',
    return: 'Add a `return` that closes the source.',
  },
  create(context, report) {
    const model = modelOf(context);

    function reportSource(node: TSESTree.Node, found: UnclosedSource): void {
      const fix = closeSource(model, found);
      report({
        node,
        messageId: messageFor(found),
        data: { source: found.source.name?.name ?? '' },
        suggest: fix ? [{ messageId: found.lacks, fix }] : [],
        related: [{ node: found.source.call, message: 'The source is used here.' }],
      });
    }

    return {
      NewExpression(made: TSESTree.NewExpression) {
        const found = findUncancelledStream(model, made);
        if (found) reportSource(found.empty?.key ?? made.callee, found);
      },
      ObjectExpression(object: TSESTree.ObjectExpression) {
        const found = findUnclosedIterator(model, object);
        const next = found?.object.properties.find(
          (each) => each.type === 'Property' && memberName(each) === 'next',
        );
        if (found && next?.type === 'Property') reportSource(next.key, found);
      },
      CallExpression(call: TSESTree.CallExpression) {
        const source = findUnclosedLoop(model, call);
        if (source)
          report({ node: call.callee, messageId: 'loop', data: { source: source.name?.name ?? '' } });
      },
    };
  },
});

function messageFor({ lacks, source }: UnclosedSource): 'pulled' | 'started' | 'iterator' {
  if (lacks === 'return') return 'iterator';
  return source.kind === 'interval' || source.kind === 'emitter' ? 'started' : 'pulled';
}
