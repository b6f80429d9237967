/** How the language server gives types to the rules: from TypeScript in its process or another one, and late. */
export type { Checker, Intrinsic, Signature, Type, TypeSymbol, UnionType } from './analysis/types/checker.js';
export { checkerTypes } from './analysis/types/checker-types.js';
export { PendingTypes, withPendingTypes } from './analysis/types/pending-types.js';
export type { TypeService } from './analysis/types/types.js';
export { TypeScriptChecker } from './analysis/types/typescript-checker.js';
