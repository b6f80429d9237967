import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import type * as ts from 'typescript';
import type { Answer } from './answer.js';
import type { OfferedSignal, SignalSlot, TypeService } from './types.js';

/** `any` and `unknown`; the same two bits in every TypeScript that typescript-eslint supports. */
const anyOrUnknown = 1 | 2;

const signalMembers = ['signal', 'abortSignal'];

/** Answers questions about types through typescript-eslint's parser services. */
export function parserServiceTypes(services: ParserServicesWithTypeInformation): TypeService {
  const checker = services.program.getTypeChecker();
  const typeOf = (node: TSESTree.Node): ts.Type => services.getTypeAtLocation(node);

  function slotOf(call: TSESTree.CallExpression): SignalSlot | 'none' | 'unknown' {
    const tsCall = services.esTreeNodeToTSNodeMap.get(call) as ts.CallExpression;
    const resolved = checker.getResolvedSignature(tsCall);
    if (!resolved || isOpaque(typeOf(call.callee))) return 'unknown';
    const slot = slotIn(resolved, tsCall);
    if (slot) return slot;
    const overloads = checker.getTypeAtLocation(tsCall.expression).getCallSignatures();
    const returned = checker.typeToString(resolved.getReturnType());
    const fitting = overloads.filter(
      (overload) => checker.typeToString(overload.getReturnType()) === returned && accepts(overload, tsCall),
    );
    return fitting.map((overload) => slotIn(overload, tsCall)).find((found) => found !== undefined) ?? 'none';
  }

  function slotIn(signature: ts.Signature, call: ts.CallExpression): SignalSlot | undefined {
    for (const [argument, parameter] of signature.getParameters().entries()) {
      const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, call));
      if (isSignalType(checker, type) === 'yes') return { argument };
      const option = signalMembersOf(type, call)[0];
      if (option) return { argument, option: option.member };
    }
    return undefined;
  }

  function accepts(overload: ts.Signature, call: ts.CallExpression): boolean {
    const parameters = overload.getParameters();
    return (
      parameters.length > call.arguments.length &&
      call.arguments.every((argument, index) => {
        const parameter = parameters[index];
        return (
          parameter !== undefined &&
          checker.isTypeAssignableTo(
            checker.getTypeAtLocation(argument),
            checker.getTypeOfSymbolAtLocation(parameter, call),
          )
        );
      })
    );
  }

  /** A function, an array or a signal has members too, but is no options object. */
  function signalMembersOf(type: ts.Type, at: ts.Node): OfferedSignal[] {
    if (isOpaque(type) || type.getCallSignatures().length > 0) return [];
    return signalMembers
      .filter((member) => {
        const property = type.getProperty(member);
        if (!property) return false;
        const memberType = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, at));
        return isSignalType(checker, memberType) === 'yes';
      })
      .map((member) => ({ member }));
  }

  return {
    areSignals: (expressions) =>
      expressions.map((node) => isSignalType(checker, checker.getNonNullableType(typeOf(node)))),
    returnPromises: (calls) => calls.map((call) => isPromiseType(typeOf(call))),
    signalSlots: (calls) => calls.map(slotOf),
    offeredSignals: (parameters) =>
      parameters.map((parameter) =>
        signalMembersOf(
          checker.getNonNullableType(typeOf(parameter)),
          services.esTreeNodeToTSNodeMap.get(parameter),
        ),
      ),
  };
}

function isOpaque(type: ts.Type): boolean {
  return (type.flags & anyOrUnknown) !== 0;
}

/** By structure, because polyfills, Azure's AbortSignalLike and subclasses are signals too. */
function isSignalType(checker: ts.TypeChecker, type: ts.Type): Answer {
  if (isOpaque(type)) return 'unknown';
  if (type.isUnion()) {
    const answers = type.types.map((member) => isSignalType(checker, member));
    if (answers.every((answer) => answer === 'yes')) return 'yes';
    return answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
  }
  const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
  if (constraint && constraint !== type) return isSignalType(checker, checker.getNonNullableType(constraint));
  return type.getProperty('aborted') && type.getProperty('addEventListener') ? 'yes' : 'no';
}

function isPromiseType(type: ts.Type): Answer {
  if (isOpaque(type)) return 'unknown';
  if (type.isUnion())
    return type.types.every((member) => isPromiseType(member) === 'yes') ? 'yes' : 'unknown';
  return type.getProperty('then') && type.getProperty('catch') ? 'yes' : 'no';
}
