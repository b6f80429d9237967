import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { offeredMembers } from '../signals/offered-members.js';
import { originsOf } from '../signals/origins.js';
import { isAnnotatedAsSignal } from '../signals/signal-annotations.js';
import { memberName } from '../code/syntax.js';

/**
 * Does a spread bring a member of the same name as a property, which is a signal and another than the property's?
 *
 * @param spread what is spread into an object
 * @param property a property of that object
 * @returns true only where the types or the file itself say so
 */
export function spreadsSignal(model: Model, spread: TSESTree.Node, property: TSESTree.Property): boolean {
  const member = memberName(property) ?? '';
  const origins = originsOf(model, spread);
  const [origin] = origins;
  if (origin?.kind !== 'parameter' || origins.length > 1) return false;
  const path = [...origin.path, member];
  const isSame = originsOf(model, property.value).some(
    (other) =>
      other.kind === 'parameter' && other.name === origin.name && other.path.join('.') === path.join('.'),
  );
  if (isSame) return false;
  if (!model.isTyped) return isAnnotatedAsSignal(model, { ...origin, path });
  const declared = origin.path.length === 0 ? origin.name : undefined;
  return spread.type === 'Identifier' && offeredMembers(model, spread, declared).includes(member);
}
