import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { memberName, type MisplacedSignal } from '../analysis/index.js';
import { addArgument } from './add-argument.js';
import { extendObject } from './extend-object.js';
import { dropSignal } from './free-from-signal.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[];

/**
 * Puts a signal where its call looks for it.
 *
 * @returns undefined where that would lose a comment, or where there is no signal to place
 */
export function placeSignal(sourceCode: SourceCode, misplaced: MisplacedSignal): Fix | undefined {
  switch (misplaced.kind) {
    case 'controller':
      return takeSignal(sourceCode, misplaced.node);
    case 'bare':
      return wrapSignal(sourceCode, misplaced);
    case 'misnamed':
      return renameMember(sourceCode, misplaced.property, misplaced.option);
    case 'early':
      return moveOptions(sourceCode, misplaced);
    case 'overwritable':
      return moveBehindSpread(sourceCode, misplaced.property);
  }
}

/** The signal of a controller that is made on the spot would be nobody's to abort. */
function takeSignal(sourceCode: SourceCode, controller: TSESTree.Node): Fix | undefined {
  if (controller.type === 'NewExpression') return undefined;
  const { parent } = controller;
  const text = `${sourceCode.getText(controller)}.signal`;
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return (fixer) =>
    isShorthand
      ? fixer.insertTextAfter(parent, `: ${text}`)
      : controller.type === 'Identifier' || controller.type === 'MemberExpression'
        ? fixer.insertTextAfter(controller, '.signal')
        : fixer.replaceText(controller, `(${sourceCode.getText(controller)}).signal`);
}

function wrapSignal(
  sourceCode: SourceCode,
  { call, node, option, index }: MisplacedSignal & { kind: 'bare' },
): Fix {
  const text = sourceCode.getText(node);
  const given = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
  const skipped = 'undefined, '.repeat(Math.max(0, index - given));
  return (fixer) =>
    fixer.replaceText(node, `${skipped}{ ${option === text ? option : `${option}: ${text}`} }`);
}

function renameMember(sourceCode: SourceCode, property: TSESTree.Property, option: string): Fix {
  return (fixer) =>
    property.shorthand
      ? fixer.replaceText(property, `${option}: ${sourceCode.getText(property.value)}`)
      : fixer.replaceText(property.key, option);
}

/** Options that hold nothing else go to their place as they are; otherwise the signal goes alone. */
function moveOptions(
  sourceCode: SourceCode,
  { call, option, index, options, signal }: MisplacedSignal & { kind: 'early' },
): Fix | undefined {
  const given = call.arguments.findIndex((argument) => argument === options);
  if (given < 0) return undefined;
  if (options.properties.length === 1) {
    if (given !== call.arguments.length - 1) return undefined;
    return (fixer) => fixer.insertTextBefore(options, 'undefined, '.repeat(index - given));
  }
  const drop = dropSignal(sourceCode, signal);
  const text = sourceCode.getText(signal.node);
  const argument = `{ ${option === text ? option : `${option}: ${text}`} }`;
  return (
    drop && ((fixer) => [drop(fixer), ...addArgument(fixer, sourceCode, call, { index, text: argument })])
  );
}

function moveBehindSpread(sourceCode: SourceCode, property: TSESTree.Property): Fix | undefined {
  const object = property.parent;
  const next = sourceCode.getTokenAfter(property);
  const after = next && sourceCode.getTokenAfter(next, { includeComments: true });
  if (object.type !== 'ObjectExpression' || !after || memberName(property) === undefined) return undefined;
  if (sourceCode.getCommentsInside(property).length > 0) return undefined;
  return (fixer) => [
    fixer.removeRange([property.range[0], after.range[0]]),
    ...extendObject(fixer, sourceCode, object, sourceCode.getText(property)),
  ];
}
