import type { Intrinsic, Signature, Type, TypeSymbol, UnionType } from 'eslint-plugin-cancellation/types';
import type { NativeSignature, NativeSymbol, NativeType } from './native-api.js';

/** Gives the objects of the API the shape that the questions know: one object for each, so that they can be compared. */
export class RemoteTypes {
  readonly #types = new Map<NativeType, RemoteType>();
  readonly #symbols = new Map<NativeSymbol, RemoteSymbol>();
  readonly #signatures = new Map<NativeSignature, RemoteSignature>();
  /** Types without a declaration, as far as they were asked for. */
  readonly intrinsic = new Map<Intrinsic, RemoteType>();

  type(native: NativeType): RemoteType {
    return remembered(this.#types, native, () => new RemoteType(native, this));
  }

  symbol(native: NativeSymbol): RemoteSymbol {
    return remembered(this.#symbols, native, () => new RemoteSymbol(native));
  }

  signature(native: NativeSignature): RemoteSignature {
    return remembered(this.#signatures, native, () => new RemoteSignature(native, this));
  }
}

/** A type that another process keeps. Each answer that is not here yet is a message to it and back. */
export class RemoteType implements UnionType {
  readonly native: NativeType;
  /** The type in TypeScript's words, as soon as somebody asked for them. */
  words: string | undefined;
  readonly #all: RemoteTypes;
  readonly #properties = new Map<string, RemoteSymbol | undefined>();

  constructor(native: NativeType, all: RemoteTypes) {
    this.native = native;
    this.#all = all;
  }

  get flags(): number {
    return this.native.flags;
  }

  get types(): readonly RemoteType[] {
    return this.native.getTypes()?.map((type) => this.#all.type(type)) ?? [];
  }

  isUnion(): this is UnionType {
    return this.native.isUnionType();
  }

  isTypeParameter(): boolean {
    return this.native.isTypeParameter();
  }

  getProperty(name: string): TypeSymbol | undefined {
    if (this.#isPrimitive) return undefined;
    if (!this.#properties.has(name)) {
      const property = this.native.getProperty(name);
      this.#properties.set(name, property && this.#all.symbol(property));
    }
    return this.#properties.get(name);
  }

  getProperties(): readonly TypeSymbol[] {
    if (this.#isPrimitive) return [];
    return this.native.getProperties().map((property) => this.#all.symbol(property));
  }

  getApparentProperties(): readonly TypeSymbol[] {
    return this.native.getApparentProperties().map((property) => this.#all.symbol(property));
  }

  getCallSignatures(): readonly Signature[] {
    if (this.#isPrimitive) return [];
    return this.native.getCallSignatures().map((signature) => this.#all.signature(signature));
  }

  getStringIndexType(): Type | undefined {
    const index = this.native.getStringIndexType();
    return index && this.#all.type(index);
  }

  /** What a string or a number has, nobody asks for: it needs no message. */
  get #isPrimitive(): boolean {
    return this.native.isIntrinsicType() || this.native.isLiteralType();
  }
}

export class RemoteSymbol implements TypeSymbol {
  readonly native: NativeSymbol;
  /** Its type, as soon as somebody asked for it. */
  type: RemoteType | undefined;

  constructor(native: NativeSymbol) {
    this.native = native;
  }

  get name(): string {
    return this.native.name;
  }
}

export class RemoteSignature implements Signature {
  readonly native: NativeSignature;
  readonly #all: RemoteTypes;

  constructor(native: NativeSignature, all: RemoteTypes) {
    this.native = native;
    this.#all = all;
  }

  getParameters(): readonly TypeSymbol[] {
    return this.native.getParameters().map((parameter) => this.#all.symbol(parameter));
  }

  getReturnType(): RemoteType {
    return this.#all.type(this.native.getReturnType());
  }
}

/** @returns what a map has for a key, which is made where it has nothing yet */
export function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
