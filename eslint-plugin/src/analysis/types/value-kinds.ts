import type { Checker, Intrinsic, Type } from './checker.js';
import { isOpaque } from './type-shapes.js';
import type { ValueKind } from './types.js';

/** What the values of a type are; a type that says too little, such as `{}`, is unknown. */
export function valueKindOf(checker: Checker, type: Type): ValueKind {
  if (isOpaque(type) || type === checker.getIntrinsicType('never')) return 'unknown';
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

function primitiveKindOf(checker: Checker, type: Type): ValueKind | undefined {
  const isA = (name: Intrinsic): boolean => checker.isTypeAssignableTo(type, checker.getIntrinsicType(name));
  if (isA('undefined') || isA('null')) return 'unknown';
  if (isA('string')) return 'text';
  return isA('number') || isA('boolean') || isA('symbol') ? 'other' : undefined;
}
