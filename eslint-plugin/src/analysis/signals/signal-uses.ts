import type { TSESTree } from '@typescript-eslint/utils';
import type { Answer } from '../code/answer.js';
import { placesHanded, type HandedPlace } from '../code/handed-places.js';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';
import { findApi } from '../operations/api-calls.js';
import type { Model } from '../model.js';
import { eventTarget } from '../listeners/registrations.js';
import { accessesLike } from '../code/same-accesses.js';
import { accessPath, calledName, memberName, outermost, unwrapped } from '../code/syntax.js';

/**
 * How the code itself uses a value that is called like a signal; of `options.signal ?? null`, each side is looked for by itself.
 *
 * @returns `yes` where it is used as an AbortSignal somewhere, `no` where it is a POSIX signal name or a
 *   UI framework's signal, `unknown` where nothing tells
 */
export function usedAsSignal(model: Model, node: TSESTree.Node): Answer {
  const inner = unwrapped(node);
  if (inner.type !== 'LogicalExpression' && inner.type !== 'ConditionalExpression')
    return useOfOne(model, inner);
  const sides =
    inner.type === 'LogicalExpression' ? [inner.left, inner.right] : [inner.consequent, inner.alternate];
  const answers = sides.map((side) => usedAsSignal(model, side));
  return answers.find((answer) => answer !== 'unknown') ?? 'unknown';
}

function useOfOne(model: Model, node: TSESTree.Node): Answer {
  const uses = accessesLike(model, node);
  if (uses.some((use) => isForeignUse(use))) return 'no';
  const isNamedForAbort = /abort_?signal$/i.test(accessPath(node)?.at(-1) ?? '');
  return isNamedForAbort || uses.some((use) => isAbortUse(model, use)) ? 'yes' : 'unknown';
}

/**
 * Does the code use a value as only an AbortSignal can be used, whatever it is called: by `throwIfAborted()`, or by both `aborted` and
 * an `abort` listener? Requests have one of the two.
 */
export function isUsedAsSignalOnly(model: Model, node: TSESTree.Node): boolean {
  const name = accessPath(node)?.join('.');
  if (name === undefined || !namesUsedAsSignals(model).has(name)) return false;
  const members = membersUsed(model, accessesLike(model, node));
  return members.has('throwIfAborted') || (members.has('aborted') && members.has('listener'));
}

/** Cheap: by their texts alone. */
const namesUsedAsSignals = memoized((model): ReadonlySet<string> => {
  const names = nodesOf(model).flatMap((node) =>
    node.type === 'MemberExpression' && /^(?:throwIfAborted|aborted)$/.test(memberName(node) ?? '')
      ? [accessPath(node.object)?.join('.') ?? '']
      : [],
  );
  return new Set(names);
});

function membersUsed(model: Model, uses: readonly TSESTree.Node[]): Set<string> {
  return new Set(
    uses.flatMap(({ parent }) => {
      if (parent?.type !== 'MemberExpression') return [];
      return listensForAbort(model, parent) ? ['listener'] : [memberName(parent) ?? ''];
    }),
  );
}

const abortMembers = new Set(['aborted', 'throwIfAborted', 'onabort']);
const platformTakers = new Set(['Request', 'WebSocketStream']);

function isAbortUse(model: Model, use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type === 'MemberExpression' && parent.object === use) {
    const member = memberName(parent);
    if (member !== undefined && abortMembers.has(member)) return true;
    return listensForAbort(model, parent);
  }
  if (parent?.type === 'CallExpression' && calledName(parent) === 'addAbortListener')
    return parent.arguments[0] === use;
  return isElementOfAny(use) || isHandedToKnownCall(model, withAlternative(use));
}

/** `signal ?? null`, and what compilers make of it: `(_a = options.signal) !== null && _a !== void 0 ? _a : null`. */
function withAlternative(use: TSESTree.Node): TSESTree.Node {
  const { parent } = use;
  const isOneOfTwo =
    (parent?.type === 'LogicalExpression' && parent.operator !== '&&') ||
    (parent?.type === 'ConditionalExpression' && parent.test !== use);
  return isOneOfTwo ? withAlternative(parent) : use;
}

const listenerMethods = ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const;

function listensForAbort(model: Model, method: TSESTree.MemberExpression): boolean {
  const call = outermost(method).parent;
  return call?.type === 'CallExpression' && listenerMethods.some((name) => eventTarget(model, call, name));
}

function isElementOfAny(use: TSESTree.Node): boolean {
  const call = use.parent?.type === 'ArrayExpression' ? use.parent.parent : undefined;
  return call?.type === 'CallExpression' && accessPath(call.callee)?.join('.') === 'AbortSignal.any';
}

function isHandedToKnownCall(model: Model, use: TSESTree.Node): boolean {
  return placesHanded(model, use).some((place) => takesSignal(model, place));
}

function takesSignal(model: Model, { call, index, member }: HandedPlace): boolean {
  if (call.type === 'NewExpression')
    return member !== undefined && platformTakers.has(accessPath(call.callee)?.join('.') ?? '');
  const api = findApi(model, call);
  if (!api) return index === 1 && member === 'signal' && fetchName.test(calledName(call) ?? '');
  const places = [api.argument === 'last' ? call.arguments.length - 1 : api.argument, api.orArgument];
  return places.includes(index) && api.option === member;
}

/** A fetch of any make takes the options of the platform's. */
const fetchName = /^#?_?(?:fetch(?:Fn|Impl|er|Client)?|\w+Fetch)$/;

/** Uses that only a POSIX signal name, an exit signal or a UI framework's signal has. */
function isForeignUse(use: TSESTree.Node): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression': {
      const other = parent.left === use ? parent.right : parent.left;
      return parent.operator === '+' || (other.type === 'Literal' && typeof other.value === 'string');
    }
    case 'SwitchStatement':
      return parent.discriminant === use;
    case 'MemberExpression':
      return (
        parent.object === use && ['value', 'set', 'update', 'toUpperCase'].includes(memberName(parent) ?? '')
      );
    case 'CallExpression':
      return parent.callee === use || accessPath(parent.callee)?.at(-1) === 'kill';
    default:
      return false;
  }
}
