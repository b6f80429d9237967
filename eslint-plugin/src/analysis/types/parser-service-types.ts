import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import type * as ts from 'typescript';
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
import type { TypedSlot, TypeService } from './types.js';

/** Answers questions about types through typescript-eslint's parser services. */
export function parserServiceTypes(services: ParserServicesWithTypeInformation): TypeService {
  const { program } = services;
  const checker = program.getTypeChecker();
  const isExact = program.getCompilerOptions().exactOptionalPropertyTypes === true;
  const typeOf = (node: TSESTree.Node): ts.Type => services.getTypeAtLocation(node);
  const presentTypeOf = (node: TSESTree.Node): ts.Type => checker.getNonNullableType(typeOf(node));
  const slotOf = (call: TSESTree.CallExpression): TypedSlot | 'none' | 'unknown' =>
    findSlotOf(checker, services.esTreeNodeToTSNodeMap.get<TSESTree.CallExpression>(call), isExact);

  return {
    areSignals: (expressions) => expressions.map((node) => isSignalType(checker, presentTypeOf(node))),
    areControllers: (expressions) =>
      expressions.map((node) => isControllerType(checker, presentTypeOf(node))),
    returnPromises: (calls) => calls.map((call) => isPromiseType(typeOf(call))),
    signalSlots: (calls) => calls.map(slotOf),
    offeredSignals: (names) =>
      names.map((name) => signalMembersOf(checker, presentTypeOf(name)).map((member) => ({ member }))),
    carrySignals: (expressions) => expressions.map((node) => carriesSignal(checker, typeOf(node))),
    valueKinds: (expressions) => expressions.map((node) => valueKindOf(checker, typeOf(node))),
    providedSignals: (functions) =>
      functions.map((node) => findProvidedSignals(checker, services.esTreeNodeToTSNodeMap.get(node))),
  };
}
