import type * as ts from 'typescript';

/** A type, as far as questions look into it. TypeScript's own types are such. */
export interface Type {
  /** Of `ts.TypeFlags`, only the first two bits are the same in every version. */
  readonly flags: number;
  isUnion(): this is UnionType;
  isTypeParameter(): boolean;
  getProperty(name: string): TypeSymbol | undefined;
  getProperties(): readonly TypeSymbol[];
  getApparentProperties(): readonly TypeSymbol[];
  getCallSignatures(): readonly Signature[];
  getStringIndexType(): Type | undefined;
}

export interface UnionType extends Type {
  readonly types: readonly Type[];
}

/** A property or a parameter. */
export interface TypeSymbol {
  readonly name: string;
}

export interface Signature {
  getParameters(): readonly TypeSymbol[];
  getReturnType(): Type;
}

/**
 * What the questions ask of a type checker, which need not be in this process. Nodes are those of the tree that typescript-eslint's
 * parser had from TypeScript; of types that are the same there is one object.
 */
export interface Checker {
  /** Whether the program is compiled with `exactOptionalPropertyTypes`. */
  readonly isExact: boolean;
  getTypeAtLocation(node: ts.Node): Type;
  getContextualType(node: ts.Expression): Type | undefined;
  getResolvedSignature(call: ts.CallLikeExpression): Signature | undefined;
  getTypeOfSymbol(symbol: TypeSymbol): Type;
  getNonNullableType(type: Type): Type;
  getBaseConstraintOfType(type: Type): Type | undefined;
  isTypeAssignableTo(type: Type, target: Type): boolean;
  /** @returns the type in TypeScript's words, to compare it with another one of the same checker */
  typeToString(type: Type): string;
  getIntrinsicType(name: Intrinsic): Type;
  /** Does a type not insist on this property? */
  isOptionalProperty(property: TypeSymbol): boolean;
  /** May a call do without this parameter? */
  isOptionalParameter(signature: Signature, index: number): boolean;
  isRestParameter(signature: Signature, index: number): boolean;
}

/** Types that there are without a declaration. */
export type Intrinsic = 'never' | 'undefined' | 'null' | 'string' | 'number' | 'boolean' | 'symbol';
