import type { TSESTree } from '@typescript-eslint/utils';
import { allNodes, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/** How a function could take a signal among its options. */
export type OptionWay = {
  /** What the function would then call the signal. */
  signal: string;
} & ({ kind: 'append' } | { kind: 'extend'; type: TSESTree.TSTypeLiteral });

const optionsName = /opt|config|init|param|arg|setting|prop/i;

/**
 * How a function of TypeScript could take a signal: as a member of options whose type stands there, or by options as
 * a new last parameter.
 *
 * @returns undefined where its options have a type of their own, or where the name is taken
 */
export function findOptionWay(model: Model, node: FunctionNode): OptionWay | undefined {
  const last = node.params.at(-1);
  const isDefaulted = last?.type === 'AssignmentPattern';
  const name = isDefaulted ? last.left : last;
  if (name?.type === 'ObjectPattern') return undefined;
  if (name?.type === 'Identifier' && optionsName.test(name.name)) {
    const type = name.typeAnnotation?.typeAnnotation;
    if (type?.type !== 'TSTypeLiteral') return undefined;
    const access = name.optional && !isDefaulted ? '?.' : '.';
    return { kind: 'extend', type, signal: `${name.name}${access}signal` };
  }
  const mentionsOptions = allNodes(node, model.sourceCode.visitorKeys).some(
    (part) => part.type === 'Identifier' && part.name === 'options',
  );
  return mentionsOptions ? undefined : { kind: 'append', signal: 'options.signal' };
}
