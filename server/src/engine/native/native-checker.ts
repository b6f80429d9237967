import type { Checker, Intrinsic } from 'eslint-plugin-cancellation/types';
import type ts from 'typescript';
import type { NativeProjectData, NativeTypeChecker } from './native-api.js';
import type { RemoteNodes } from './remote-nodes.js';
import {
  remembered,
  type RemoteSignature,
  type RemoteSymbol,
  type RemoteType,
  type RemoteTypes,
} from './remote-types.js';

/** The bit of `SymbolFlags.Optional`. */
const optionalSymbol = 1 << 24;

/** A project of another TypeScript as it is at one moment, and a file of it. */
export interface NativeSurroundings {
  project: NativeProjectData;
  types: RemoteTypes;
  nodes: RemoteNodes;
  /** That TypeScript's `SyntaxKind.CallSignature`. */
  callSignature: number;
}

/** The checker of a TypeScript in another process. */
export class NativeChecker implements Checker {
  readonly isExact: boolean;
  readonly #checker: NativeTypeChecker;
  readonly #surroundings: NativeSurroundings;
  readonly #known = new Map<ts.Node, RemoteType>();
  readonly #resolved = new Map<ts.Node, RemoteSignature>();

  constructor(surroundings: NativeSurroundings) {
    const { program, checker } = surroundings.project;
    this.isExact = program.getCompilerOptions().exactOptionalPropertyTypes === true;
    this.#checker = checker;
    this.#surroundings = surroundings;
  }

  getTypeAtLocation(node: ts.Node): RemoteType {
    return remembered(this.#known, node, () =>
      this.#types.type(this.#checker.getTypeAtLocation(this.#surroundings.nodes.find(node))),
    );
  }

  getContextualType(node: ts.Expression): RemoteType | undefined {
    const type = this.#checker.getContextualType(this.#surroundings.nodes.find(node));
    return type && this.#types.type(type);
  }

  getResolvedSignature(call: ts.CallLikeExpression): RemoteSignature {
    return remembered(this.#resolved, call, () =>
      this.#types.signature(this.#checker.getResolvedSignature(this.#surroundings.nodes.find(call))),
    );
  }

  getTypeOfSymbol(symbol: RemoteSymbol): RemoteType {
    symbol.type ??= this.#types.type(this.#checker.getTypeOfSymbol(symbol.native));
    return symbol.type;
  }

  getNonNullableType(type: RemoteType): RemoteType {
    return this.#types.type(this.#checker.getNonNullableType(type.native));
  }

  getBaseConstraintOfType(type: RemoteType): RemoteType | undefined {
    const constraint = this.#checker.getBaseConstraintOfType(type.native);
    return constraint && this.#types.type(constraint);
  }

  isTypeAssignableTo(type: RemoteType, target: RemoteType): boolean {
    return this.#checker.isTypeAssignableTo(type.native, target.native);
  }

  typeToString(type: RemoteType): string {
    type.words ??= this.#checker.typeToString(type.native);
    return type.words;
  }

  getIntrinsicType(name: Intrinsic): RemoteType {
    return remembered(this.#types.intrinsic, name, () => this.#types.type(this.#checker[intrinsics[name]]()));
  }

  isOptionalProperty(property: RemoteSymbol): boolean {
    return (property.native.flags & optionalSymbol) !== 0;
  }

  /** The declaration of a parameter is in a file that would have to be fetched, so that a signature is written out instead. */
  isOptionalParameter({ native }: RemoteSignature, index: number): boolean {
    const written = this.#checker.signatureToSignatureDeclaration(native, this.#surroundings.callSignature);
    const parameter = written?.parameters[index];
    return parameter?.questionToken !== undefined || parameter?.initializer !== undefined;
  }

  isRestParameter({ native }: RemoteSignature, index: number): boolean {
    return native.hasRestParameter && index === native.getParameters().length - 1;
  }

  get #types(): RemoteTypes {
    return this.#surroundings.types;
  }
}

const intrinsics = {
  never: 'getNeverType',
  undefined: 'getUndefinedType',
  null: 'getNullType',
  string: 'getStringType',
  number: 'getNumberType',
  boolean: 'getBooleanType',
  symbol: 'getESSymbolType',
} as const satisfies Record<Intrinsic, keyof NativeTypeChecker>;
