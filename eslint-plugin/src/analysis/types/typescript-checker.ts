import type * as ts from 'typescript';
import type { Checker, Intrinsic } from './checker.js';

/** The bit of `ts.SymbolFlags.Optional`. */
const optionalSymbol = 1 << 24;

/** The checker of a program in this process. */
export class TypeScriptChecker implements Checker {
  readonly isExact: boolean;
  readonly #checker: ts.TypeChecker;

  constructor(program: ts.Program) {
    this.isExact = program.getCompilerOptions().exactOptionalPropertyTypes === true;
    this.#checker = program.getTypeChecker();
  }

  getTypeAtLocation(node: ts.Node): ts.Type {
    return this.#checker.getTypeAtLocation(node);
  }

  getContextualType(node: ts.Expression): ts.Type | undefined {
    return this.#checker.getContextualType(node);
  }

  getResolvedSignature(call: ts.CallLikeExpression): ts.Signature | undefined {
    return this.#checker.getResolvedSignature(call);
  }

  getTypeOfSymbol(symbol: ts.Symbol): ts.Type {
    return this.#checker.getTypeOfSymbol(symbol);
  }

  getNonNullableType(type: ts.Type): ts.Type {
    return this.#checker.getNonNullableType(type);
  }

  getBaseConstraintOfType(type: ts.Type): ts.Type | undefined {
    return this.#checker.getBaseConstraintOfType(type);
  }

  isTypeAssignableTo(type: ts.Type, target: ts.Type): boolean {
    return this.#checker.isTypeAssignableTo(type, target);
  }

  typeToString(type: ts.Type): string {
    return this.#checker.typeToString(type);
  }

  getIntrinsicType(name: Intrinsic): ts.Type {
    switch (name) {
      case 'never':
        return this.#checker.getNeverType();
      case 'undefined':
        return this.#checker.getUndefinedType();
      case 'null':
        return this.#checker.getNullType();
      case 'string':
        return this.#checker.getStringType();
      case 'number':
        return this.#checker.getNumberType();
      case 'boolean':
        return this.#checker.getBooleanType();
      case 'symbol':
        return this.#checker.getESSymbolType();
    }
  }

  isOptionalProperty(property: ts.Symbol): boolean {
    return (property.flags & optionalSymbol) !== 0;
  }

  isOptionalParameter(signature: ts.Signature, index: number): boolean {
    const parameter = signature.getParameters()[index];
    const { questionToken, initializer } = declarationOf(parameter);
    const isMarked = parameter !== undefined && this.isOptionalProperty(parameter);
    return isMarked || questionToken !== undefined || initializer !== undefined;
  }

  isRestParameter(signature: ts.Signature, index: number): boolean {
    return declarationOf(signature.getParameters()[index]).dotDotDotToken !== undefined;
  }
}

/** A parameter that TypeScript made up has none. */
function declarationOf(parameter: ts.Symbol | undefined): Partial<ts.ParameterDeclaration> {
  return (parameter?.valueDeclaration ?? {}) as Partial<ts.ParameterDeclaration>;
}
