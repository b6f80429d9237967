import type { TSESTree } from '@typescript-eslint/utils';
import { allNodes, isFunction, memberName, type FunctionNode } from '../code/syntax.js';
import { nodesOf } from '../code/file-nodes.js';
import { isNameFree } from '../code/variables.js';
import type { Model } from '../model.js';
import { isSignalName } from '../signals/signals.js';
import { findOptionWay } from './option-ways.js';

/** How a function can get a signal of its callers: by a new last parameter, or as a member of the options that it has. */
export type ParameterWay = {
  /** What the function would then call the signal. */
  signal: string;
} & (
  | { kind: 'options' }
  | { kind: 'positional' }
  | { kind: 'pattern'; pattern: TSESTree.ObjectPattern; type: TSESTree.TSTypeLiteral | undefined }
  | { kind: 'member'; type: TSESTree.TSTypeLiteral }
);

/**
 * The way that fits the function's parameters, and what the file's other functions do: options, unless they take a bare signal.
 *
 * @returns undefined where a parameter may bring a signal along, where there is no room, or where the name is taken
 */
export function findParameterWay(model: Model, node: FunctionNode): ParameterWay | undefined {
  if (node.params.some((each) => each.type === 'RestElement' || each.type === 'TSParameterProperty'))
    return undefined;
  if (readsArguments(model, node) || mayBringSignal(model, node)) return undefined;
  const last = node.params.at(-1);
  const bare = last?.type === 'AssignmentPattern' ? last.left : last;
  const optionWay = findOptionWay(model, node);
  if (optionWay?.kind === 'extend') return { kind: 'member', type: optionWay.type, signal: optionWay.signal };
  if (!isNameFree(model, 'signal', node)) return undefined;
  const isPositional = takesBareSignals(model);
  if (bare?.type === 'ObjectPattern') return wayIntoPattern(model, bare);
  if (bare?.type === 'Identifier' && namesOptions.test(bare.name) && !isPositional) return undefined;
  return { kind: isPositional ? 'positional' : 'options', signal: 'signal' };
}

const namesOptions =
  /^(?:opts?|options?|config|init|settings|props|params)$|(?:Opts|Options|Config|Init|Settings|Props)$/;

/**
 * An object that is taken apart shows its members in its type, which has to stand beside it. Where nobody looks at types, JavaScript
 * needs none; where somebody does, every member that is taken from an object without a type is one that callers have to give.
 */
function wayIntoPattern(model: Model, pattern: TSESTree.ObjectPattern): ParameterWay | undefined {
  if (pattern.properties.some(({ type }) => type === 'RestElement')) return undefined;
  const type = pattern.typeAnnotation?.typeAnnotation;
  if (model.isTypeScript ? type?.type !== 'TSTypeLiteral' : model.isTyped) return undefined;
  return {
    kind: 'pattern',
    signal: 'signal',
    pattern,
    type: type?.type === 'TSTypeLiteral' ? type : undefined,
  };
}

/** Do functions of the file take a signal as a parameter of its own, and none among its options? */
function takesBareSignals(model: Model): boolean {
  const parameters = nodesOf(model)
    .filter((each) => isFunction(each))
    .flatMap(({ params }) => params.map((each) => (each.type === 'AssignmentPattern' ? each.left : each)));
  const isBare = parameters.some((each) => each.type === 'Identifier' && isSignalName(each.name));
  const isOption = parameters.some(
    (each) =>
      each.type === 'ObjectPattern' &&
      each.properties.some(
        (property) => property.type === 'Property' && isSignalName(memberName(property) ?? ''),
      ),
  );
  return isBare && !isOption;
}

const wayToCancel = /signal|abort|cancel/i;

/** What is handed to a handler of a framework tells of its end in a way of its own. */
const handedName = /^_?(?:req|request|ctx|context|event|evt|args)$/i;

function mayBringSignal(model: Model, { params }: FunctionNode): boolean {
  const parameters = params.map((each) => (each.type === 'AssignmentPattern' ? each.left : each));
  if (parameters.some((each) => wayToCancel.test(model.sourceCode.getText(each)))) return true;
  if (parameters.some((each) => each.type === 'Identifier' && handedName.test(each.name))) return true;
  return model.isTyped && model.types.carrySignals(parameters).some((answer) => answer === 'yes');
}

function readsArguments({ sourceCode }: Model, node: FunctionNode): boolean {
  return (
    node.type !== 'ArrowFunctionExpression' &&
    allNodes(node.body, sourceCode.visitorKeys).some(
      (each) => each.type === 'Identifier' && each.name === 'arguments',
    )
  );
}
