import type { TSESTree } from '@typescript-eslint/utils';
import {
  findMisnamedClass,
  isNamedLater,
  isUnnamedException,
  modelOf,
  nameGivenAsMessage,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { addName, nameClass } from '../../fix/error-names.js';

/**
 * Reports an abort error that nobody can recognise by its name: a class called AbortError or CancelError whose instances are
 * named Error, or by whatever a minifier makes of the class, or are no Errors; `new Error('AbortError')`; a DOMException
 * about an abort without a name. Silent where a name is set, where the class extends one of another file, and where other
 * code may set the name: a decorator, a helper, a later assignment.
 */
export default createRule({
  name: 'no-misnamed-abort-error',
  docs: {
    description: 'disallow abort errors whose name does not say that they are one',
    guidance: ['aborts-can-be-told'],
    mentions: ['abort', 'cancel'],
    recommended: 'warn',
  },
  messages: {
    unnamed:
      'An instance of {{class}} is named Error, so a test of `error.name` takes it for any other failure.',
    derived:
      'This name is computed from the class, which minifiers rename, so a test of `error.name` fails in the built program.',
    notError:
      'An instance of {{class}} is no Error: it has no stack, and `instanceof Error` and `error.name` say nothing of it.',
    message:
      "This error's message is {{name}} and its name is Error, so a test of `error.name` does not recognise it.",
    exception:
      'This DOMException is named Error, because its name is the second argument, so no test for an abort recognises it.',
    setName: 'Set the name to {{name}}.',
    extend: 'Make {{class}} an Error.',
  },
  create(context, report) {
    const model = modelOf(context);

    function checkClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): void {
      const found = findMisnamedClass(model, node);
      if (!found) return;
      const data = { class: found.name.name, name: found.name.name };
      const fix = nameClass(model, found);
      report({
        node: found.computed ?? found.name,
        messageId: found.kind,
        data,
        suggest: fix ? [{ messageId: found.kind === 'notError' ? 'extend' : 'setName', data, fix }] : [],
      });
    }

    function checkMade(node: TSESTree.NewExpression | TSESTree.CallExpression): void {
      const name = nameGivenAsMessage(model, node);
      const isException = name === undefined && isUnnamedException(model, node);
      if ((name === undefined && !isException) || isNamedLater(model, node)) return;
      const data = { name: name ?? 'AbortError' };
      report({
        node,
        messageId: isException ? 'exception' : 'message',
        data,
        suggest: [
          { messageId: 'setName', data, fix: (fixer) => addName(fixer, context.sourceCode, node, name) },
        ],
      });
    }

    return {
      ClassDeclaration: checkClass,
      ClassExpression: checkClass,
      NewExpression: checkMade,
      CallExpression: checkMade,
    };
  },
});
