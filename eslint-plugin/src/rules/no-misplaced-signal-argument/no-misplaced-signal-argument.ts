import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, findMisplacedSignals, modelOf, type MisplacedSignal } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { placeSignal } from '../../fix/place-signal.js';

/**
 * Reports a signal that is handed to a call in a way in which the call does not see it: in the place of the options or
 * before them, under another name, as the whole controller, or before a spread that has a signal of its own.
 * Silent where neither the catalogue nor the types know the call, and where something else in it may carry the signal.
 */
export default createRule({
  name: 'no-misplaced-signal-argument',
  docs: {
    description: 'disallow passing a signal where the call ignores it',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'AbortController'],
    recommended: 'error',
  },
  messages: {
    bare: '`{{callee}}` takes its signal as the option `{{option}}`, so this one is ignored and aborts nothing.',
    misnamed:
      '`{{callee}}` takes its signal as the option `{{option}}`, so `{{name}}` is ignored and aborts nothing.',
    early:
      '`{{callee}}` takes its options later in the list of arguments, so this signal is ignored and aborts nothing.',
    controller: 'This is the controller and not its signal, so the call fails or nothing aborts it.',
    overwritable:
      '`{{spread}}` has a signal too, so it takes the place of this one, which then aborts nothing.',
    wrap: 'Pass it as the option `{{option}}`.',
    rename: 'Call the option `{{option}}`.',
    move: 'Move the signal to the options.',
    takeSignal: "Pass the controller's `signal`.",
    moveBehind: 'Move the signal behind the spread.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;
    const calls: TSESTree.CallExpression[] = [];

    function reportMisplaced(misplaced: MisplacedSignal): void {
      const { kind, node, call } = misplaced;
      const fix = placeSignal(sourceCode, misplaced);
      const data = {
        callee: calledName(call) ?? 'This call',
        option: 'option' in misplaced ? misplaced.option : '',
        name: sourceCode.getText(node),
        spread: kind === 'overwritable' ? sourceCode.getText(misplaced.spread.argument) : '',
      };
      report({
        node,
        messageId: kind,
        data,
        suggest: fix ? [{ messageId: suggestions[kind], data, fix }] : [],
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        calls.push(call);
      },
      'Program:exit'() {
        for (const misplaced of findMisplacedSignals(model, calls)) reportMisplaced(misplaced);
      },
    };
  },
});

const suggestions = {
  bare: 'wrap',
  misnamed: 'rename',
  early: 'move',
  controller: 'takeSignal',
  overwritable: 'moveBehind',
} as const;
