import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf, type Origin } from '../signals/origins.js';

/** A signal that is looked for in a file. */
export interface SoughtSignal {
  /** Does a value that comes from there stand for the signal? */
  isOrigin: (origin: Origin) => boolean;
  /** Is a value that comes from there the controller that was asked about? */
  isController?: (origin: Origin) => boolean;
  /** The members by which an object may carry it. */
  members: readonly string[];
  /** Places that name it, though its origin is not known. */
  places: ReadonlySet<TSESTree.Node>;
  /** How the code names it, where it is another one that continues the signal. */
  as?: string;
}

/** May the expression be the signal itself, by whatever name? */
export function isSought(model: Model, sought: SoughtSignal, node: TSESTree.Node): boolean {
  const inner = unwrapped(node);
  return sought.places.has(inner) || originsOf(model, inner).some((origin) => sought.isOrigin(origin));
}

/**
 * Does an argument bring the signal along: itself, in an object literal or a list, or in an object that has it?
 *
 * @returns what brings it: the expression that is the signal, or the object that has it
 */
export function findCarrier(
  model: Model,
  sought: SoughtSignal,
  argument: TSESTree.Node,
  depth = 0,
): TSESTree.Node | undefined {
  const inner = unwrapped(argument);
  const follow = (nodes: readonly (TSESTree.Node | null)[]): TSESTree.Node | undefined => {
    const found = nodes.map((node) =>
      node && depth < 3 ? findCarrier(model, sought, node, depth + 1) : undefined,
    );
    return found.find((carrier) => carrier !== undefined);
  };
  switch (inner.type) {
    case 'SpreadElement':
      return follow([inner.argument]);
    case 'ArrayExpression':
      return follow(inner.elements);
    case 'ObjectExpression':
      return follow(inner.properties.map((each) => (each.type === 'Property' ? each.value : each)));
    case 'NewExpression':
    case 'CallExpression':
      return isSought(model, sought, inner) ? inner : undefined;
    default:
      return isSought(model, sought, inner) || carriesSought(model, sought, inner) ? inner : undefined;
  }
}

function carriesSought(model: Model, { isOrigin, members }: SoughtSignal, object: TSESTree.Node): boolean {
  if (accessPath(object) === undefined) return false;
  return members.some((member) =>
    originsOf(model, object, [member]).some((origin) => isHeld(origin) && isOrigin(origin)),
  );
}

/** Does the object have its signal by itself: a parameter, a controller, a request? What other calls give may be anything. */
function isHeld(origin: Origin): boolean {
  if (origin.kind === 'parameter') return true;
  return (
    origin.kind === 'new' && /(?:Request|AbortController)$/.test(accessPath(origin.node.callee)?.at(-1) ?? '')
  );
}
