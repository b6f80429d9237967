import type { ChildProcess } from 'node:child_process';
import type { NativeTypeScript } from './native-typescript.js';

/** What is used of TypeScript 7.1's synchronous API (`typescript/sync`), in its own names. A beta's declarations are not built upon. */
export interface NativeApi {
  createSnapshot(changes: SnapshotChanges): NativeSnapshot;
  close(): void;
  /** Leads to the process. It is not meant for others, but the API writes to a process that has ended, by then perhaps into another file. */
  readonly client?: { readonly channel?: { readonly child?: ChildProcess } };
}

export interface ApiOptions {
  cwd: string;
  fs: FileSystemCallbacks;
}

/** Each operation is a callback, or a word of `typescript/fs` that says what to do instead. */
export type FileSystemCallbacks = Record<
  'directoryExists' | 'getAccessibleEntries' | 'realpath' | 'stat' | 'writeFile' | 'removeFile',
  symbol
> & {
  /** A text in place of the one on disk, or the word for the latter. */
  readFile: (file: string) => string | symbol;
  fileExists: (file: string) => boolean | symbol;
};

/** The modules of the package that are used. */
export interface NativeModules {
  sync: { API: new (options: ApiOptions) => NativeApi };
  fs: { serverFS: Record<'useOS' | 'noop', symbol> };
  ast: { SyntaxKind: Readonly<Record<string, number>> };
}

/**
 * Loads the modules by which TypeScript 7.1 is asked; they start no process yet.
 *
 * @throws an error where the package is not what its version promises
 */
export type LoadNative = (native: NativeTypeScript) => Promise<NativeModules>;

export interface SnapshotChanges {
  /** Paths of configuration files. */
  openProjects?: readonly string[];
  closeProjects?: readonly string[];
  fileNotifications?:
    | { invalidateAll: true }
    | { changed: readonly string[]; created: readonly string[]; deleted: readonly string[] };
  /** Which projects follow the changes at once; those that do not keep their old texts. */
  ensurePrograms?: true;
}

export interface NativeSnapshot {
  update(changes: SnapshotChanges): NativeSnapshot;
  getConfiguredProject(configFile: string): NativeProjectData | undefined;
  dispose(): void;
}

export interface NativeProjectData {
  readonly program: {
    getSourceFile(file: string): (NativeNode & { readonly text: string }) | undefined;
    getCompilerOptions(): { exactOptionalPropertyTypes?: boolean };
  };
  readonly checker: NativeTypeChecker;
}

export interface NativeNode {
  readonly kind: number;
  readonly pos: number;
  readonly end: number;
  forEachChild(visit: (child: NativeNode) => NativeNode | undefined): NativeNode | undefined;
}

/** Each call is a message to the other process and back. Of one snapshot's types and signatures that are the same there is one object. */
export interface NativeTypeChecker {
  getTypeAtLocation(node: NativeNode): NativeType;
  getContextualType(node: NativeNode): NativeType | undefined;
  getResolvedSignature(node: NativeNode): NativeSignature;
  getTypeOfSymbol(symbol: NativeSymbol): NativeType;
  getNonNullableType(type: NativeType): NativeType;
  getBaseConstraintOfType(type: NativeType): NativeType | undefined;
  isTypeAssignableTo(type: NativeType, target: NativeType): boolean;
  typeToString(type: NativeType): string;
  signatureToSignatureDeclaration(signature: NativeSignature, kind: number): NativeDeclaration | undefined;
  getNeverType(): NativeType;
  getUndefinedType(): NativeType;
  getNullType(): NativeType;
  getStringType(): NativeType;
  getNumberType(): NativeType;
  getBooleanType(): NativeType;
  getESSymbolType(): NativeType;
}

export interface NativeType {
  readonly flags: number;
  isUnionType(): boolean;
  isTypeParameter(): boolean;
  isIntrinsicType(): boolean;
  isLiteralType(): boolean;
  getTypes(): readonly NativeType[] | undefined;
  getProperty(name: string): NativeSymbol | undefined;
  getProperties(): readonly NativeSymbol[];
  getApparentProperties(): readonly NativeSymbol[];
  getCallSignatures(): readonly NativeSignature[];
  getStringIndexType(): NativeType | undefined;
}

export interface NativeSymbol {
  readonly name: string;
  readonly flags: number;
}

export interface NativeSignature {
  readonly hasRestParameter: boolean;
  getParameters(): readonly NativeSymbol[];
  getReturnType(): NativeType;
}

export interface NativeDeclaration {
  readonly parameters: readonly { readonly questionToken?: unknown; readonly initializer?: unknown }[];
}
