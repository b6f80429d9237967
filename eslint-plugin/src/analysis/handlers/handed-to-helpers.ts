import type { TSESTree } from '@typescript-eslint/utils';
import { isExported, usesOfFunction } from '../code/known-callers.js';
import { enclosingFunction, isInside, memberName, unwrapped, type FunctionNode } from '../code/syntax.js';
import { patternPath } from '../code/variables.js';
import type { Model } from '../model.js';
import { hasTimeLimit, isTimeoutSignal } from '../signals/signal-parts.js';
import { findSignal, type Signal } from '../signals/signals.js';

/**
 * Is a received signal one that its owner, in the same file, handed to a helper of its own: to a private method or a function that is
 * not exported, which is only ever called with a signal that its caller made and aborts? Then owner and helper decide together what an
 * abort means.
 */
export function isHandedByOwner(model: Model, { source }: Signal): boolean {
  const helper = source && enclosingFunction(source);
  if (!helper) return false;
  const index = helper.params.findIndex((each) => isInside(source, each));
  const parameter = helper.params[index];
  const [path] = parameter ? patternPath(parameter, source) : [];
  if (!path) return false;
  const calls = callsOfHelper(model, helper);
  return (
    calls !== undefined &&
    calls.length > 0 &&
    calls.every((call) => {
      const given = call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')
        ? undefined
        : call.arguments[index];
      const value = given && memberAt(given, path);
      return value !== undefined && isAbortedByOwner(model, value);
    })
  );
}

/** Whoever aborts a controller knows why there is nothing; a time limit ends the work without a word. */
function isAbortedByOwner(model: Model, value: TSESTree.Node): boolean {
  const signal = findSignal(model, value);
  return signal?.ownership === 'owned' && !isTimeoutSignal(model, value) && !hasTimeLimit(model, signal);
}

/** @returns every call of a function that nobody outside of the file can name; undefined where others may, or where it is handed on */
function callsOfHelper(model: Model, helper: FunctionNode): TSESTree.CallExpression[] | undefined {
  if (isExported(model, helper) || helper.parent.type === 'ExportDefaultDeclaration') return undefined;
  const uses = usesOfFunction(model, helper);
  const calls = uses?.flatMap((use) =>
    use.parent?.type === 'CallExpression' && use.parent.callee === use ? [use.parent] : [],
  );
  return calls?.length === uses?.length ? calls : undefined;
}

/** `{ signal: controller.signal }` has its signal at `signal`. */
function memberAt(value: TSESTree.Node, path: readonly string[]): TSESTree.Node | undefined {
  const [name, ...further] = path;
  if (name === undefined) return value;
  const inner = unwrapped(value);
  const property =
    inner.type === 'ObjectExpression'
      ? inner.properties.findLast((each) => each.type === 'SpreadElement' || memberName(each) === name)
      : undefined;
  return property?.type === 'Property' ? memberAt(property.value, further) : undefined;
}
