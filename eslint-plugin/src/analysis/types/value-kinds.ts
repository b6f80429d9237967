import type * as ts from 'typescript';
import { isOpaque } from './type-shapes.js';
import type { ValueKind } from './types.js';

/** What the values of a type are; a type that says too little, such as `{}`, is unknown. */
export function valueKindOf(checker: ts.TypeChecker, type: ts.Type): ValueKind {
  if (isOpaque(type) || type === checker.getNeverType()) return 'unknown';
  if (type.isUnion()) {
    const kinds = new Set(type.types.map((member) => valueKindOf(checker, member)));
    const [only = 'unknown'] = kinds;
    if (kinds.size === 1) return only;
    return kinds.has('unknown') || kinds.has('error') ? 'unknown' : 'other';
  }
  const primitive = primitiveKindOf(checker, type);
  if (primitive) return primitive;
  if (type.getProperty('name') && type.getProperty('message')) return 'error';
  return type.getProperties().length > 0 && !type.getStringIndexType() ? 'other' : 'unknown';
}

function primitiveKindOf(checker: ts.TypeChecker, type: ts.Type): ValueKind | undefined {
  const isA = (other: ts.Type): boolean => checker.isTypeAssignableTo(type, other);
  if (isA(checker.getUndefinedType()) || isA(checker.getNullType())) return 'unknown';
  if (isA(checker.getStringType())) return 'text';
  const others = [checker.getNumberType(), checker.getBooleanType(), checker.getESSymbolType()];
  return others.some(isA) ? 'other' : undefined;
}
