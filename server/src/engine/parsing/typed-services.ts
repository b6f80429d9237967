import type { ParserServices, ParserServicesWithTypeInformation } from '@typescript-eslint/parser';
import type ts from 'typescript';

/**
 * Gives a syntax tree that was made without types the types of a program.
 *
 * @param services what came with the tree
 * @param program one that holds the tree from which this one was made
 */
export function typedServices(
  services: ParserServices,
  program: ts.Program,
): ParserServicesWithTypeInformation {
  const { esTreeNodeToTSNodeMap: nodes, tsNodeToESTreeNodeMap } = services;
  const checker = program.getTypeChecker();
  const { emitDecoratorMetadata, experimentalDecorators, isolatedDeclarations } =
    program.getCompilerOptions();
  return {
    program,
    esTreeNodeToTSNodeMap: nodes,
    tsNodeToESTreeNodeMap,
    emitDecoratorMetadata: emitDecoratorMetadata ?? false,
    experimentalDecorators: experimentalDecorators ?? false,
    isolatedDeclarations: isolatedDeclarations ?? false,
    getContextualType: (node) => checker.getContextualType(nodes.get(node) as ts.Expression),
    getResolvedSignature: (node) => checker.getResolvedSignature(nodes.get(node)),
    getSymbolAtLocation: (node) => checker.getSymbolAtLocation(nodes.get(node)),
    getTypeAtLocation: (node) => checker.getTypeAtLocation(nodes.get(node)),
    getTypeFromTypeNode: (node) => checker.getTypeFromTypeNode(nodes.get(node) as ts.TypeNode),
    getTypeOfSymbolAtLocation: (symbol, node) => checker.getTypeOfSymbolAtLocation(symbol, nodes.get(node)),
  };
}
