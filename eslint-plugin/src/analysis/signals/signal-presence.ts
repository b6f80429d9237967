import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { originsOf } from './origins.js';
import { isAnnotatedAsRequired } from './signal-annotations.js';
import type { Signal } from './signals.js';
import { accessPath, isInside, unwrapped } from '../code/syntax.js';

/**
 * May the signal be undefined where it is received? Then code that reads it has to write `signal?.aborted`.
 *
 * @returns false only where the file shows that the signal is always there
 */
export function isMissingPossible(model: Model, signal: Signal): boolean {
  const origins = originsOf(model, signal.node, signal.member === undefined ? [] : [signal.member]);
  return origins.some((origin) => {
    switch (origin.kind) {
      case 'new':
      case 'call':
        return false;
      case 'parameter':
        return (
          !isAnnotatedAsRequired(model, origin) &&
          !isRequiredParameter(model, origin.name, origin.path, signal)
        );
      default:
        return true;
    }
  });
}

function isRequiredParameter(
  model: Model,
  name: TSESTree.Identifier,
  path: readonly string[],
  signal: Signal,
): boolean {
  if (name.parent.type === 'AssignmentPattern' && isWhole(name, signal)) {
    const [byDefault] = originsOf(model, name.parent.right);
    return byDefault?.kind !== 'missing';
  }
  const annotation = name.typeAnnotation?.typeAnnotation;
  if (path.length === 0 && annotation) return annotation.type === 'TSTypeReference' && !name.optional;
  return isReadPlainly(model, signal);
}

/** Is the signal's expression the parameter's own name, so that a default value stands in for it? */
function isWhole(name: TSESTree.Identifier, { node, member }: Signal): boolean {
  const inner = unwrapped(node);
  return member === undefined && inner.type === 'Identifier' && inner.name === name.name;
}

/** Without an annotation the code itself tells: it reads `signal.aborted`, never `signal?.aborted`. */
function isReadPlainly(model: Model, { node, member }: Signal): boolean {
  const text = accessPath(node)
    ?.concat(member ?? [])
    .join('.');
  if (text === undefined) return false;
  const scope = enclosing(node);
  const source = model.sourceCode.getText(scope);
  const escaped = text.replace(/[.$#]/g, String.raw`\$&`);
  return (
    new RegExp(String.raw`(?<![\w.])${escaped}\.(?:aborted|throwIfAborted|addEventListener|reason)\b`).test(
      source,
    ) && !new RegExp(String.raw`(?<![\w.])${escaped}\?\.`).test(source)
  );
}

function enclosing(node: TSESTree.Node): TSESTree.Node {
  let outer: TSESTree.Node = unwrapped(node);
  while (outer.parent && outer.parent.type !== 'Program' && isInside(outer, outer.parent))
    outer = outer.parent;
  return outer;
}
