import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { isMissingPossible } from '../signals/signal-presence.js';
import type { Signal } from '../signals/signals.js';
import { accessPath, memberName } from '../code/syntax.js';

/** A signal, and how code names it. */
export interface NamedSignal {
  /** As code writes it: `signal`, `options?.signal`, `this.#signal`, `controller.signal`. */
  text: string;
  /** The same as names: `['options', 'signal']`. */
  path: readonly string[];
  ownership: 'received' | 'owned';
  /** The parameter that it came in by, or the expression that made it. */
  source: TSESTree.Node;
  mayBeMissing: boolean;
  /** Where in the text it is ready: 0 for parameters and fields. */
  from: number;
}

/**
 * How code names a signal that it uses elsewhere.
 *
 * @param from where in the text it is ready
 * @param isOptional whether the object that it is a member of may be missing
 */
export function nameSignal(model: Model, signal: Signal, from: number, isOptional = false): NamedSignal {
  const written = accessText(signal.node);
  const text = isOptional ? written.replace(/(?<!\?)\./, '?.') : written;
  return {
    text,
    path: accessPath(signal.node) ?? [],
    ownership: signal.ownership === 'owned' ? 'owned' : 'received',
    source: signal.source ?? signal.node,
    mayBeMissing: text.includes('?.') || isMissingPossible(model, signal),
    from,
  };
}

/** The access without line breaks, comments and `!`, which holds only where it stands. */
function accessText(node: TSESTree.Node): string {
  if (node.type === 'ChainExpression') return accessText(node.expression);
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return 'this';
  const mayBeMissing = node.optional || node.object.type === 'TSNonNullExpression';
  const object = node.object.type === 'TSNonNullExpression' ? node.object.expression : node.object;
  return `${accessText(object)}${mayBeMissing ? '?.' : '.'}${memberName(node) ?? ''}`;
}
