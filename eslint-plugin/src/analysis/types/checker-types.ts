import type { ParserServices, TSESTree } from '@typescript-eslint/utils';
import type { Checker, Type } from './checker.js';
import { findProvidedSignals } from './provided-signals.js';
import { findSlotOf } from './signature-slots.js';
import { valueKindOf } from './value-kinds.js';
import {
  carriesSignal,
  isControllerType,
  isPromiseType,
  isSignalType,
  signalMembersOf,
} from './type-shapes.js';
import type { TypeService } from './types.js';

/**
 * Answers questions about types by asking a checker.
 *
 * @param nodes finds the nodes that the checker knows
 */
export function checkerTypes(
  checker: Checker,
  { esTreeNodeToTSNodeMap: nodes }: Pick<ParserServices, 'esTreeNodeToTSNodeMap'>,
): TypeService {
  const typeOf = (node: TSESTree.Node): Type => checker.getTypeAtLocation(nodes.get(node));
  const presentTypeOf = (node: TSESTree.Node): Type => checker.getNonNullableType(typeOf(node));

  return {
    areSignals: (expressions) => expressions.map((node) => isSignalType(checker, presentTypeOf(node))),
    areControllers: (expressions) =>
      expressions.map((node) => isControllerType(checker, presentTypeOf(node))),
    returnPromises: (calls) => calls.map((call) => isPromiseType(typeOf(call))),
    signalSlots: (calls) =>
      calls.map((call) => findSlotOf(checker, nodes.get<TSESTree.CallExpression>(call))),
    offeredSignals: (names) =>
      names.map((name) => signalMembersOf(checker, presentTypeOf(name)).map((member) => ({ member }))),
    carrySignals: (expressions) => expressions.map((node) => carriesSignal(checker, typeOf(node))),
    valueKinds: (expressions) => expressions.map((node) => valueKindOf(checker, typeOf(node))),
    providedSignals: (functions) => functions.map((node) => findProvidedSignals(checker, nodes.get(node))),
  };
}
