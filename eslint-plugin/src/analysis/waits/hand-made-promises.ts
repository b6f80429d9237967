import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs } from '../code/enclosing-work.js';
import { runsInPlace } from '../code/closures.js';
import type { Model } from '../model.js';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isNewPromise,
  memberName,
  outermost,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** `new Promise(executor)` with its executor in place. */
export interface HandMadePromise {
  node: TSESTree.NewExpression;
  executor: FunctionNode;
}

/**
 * What settles a promise that was made by hand: a `timer`, a listener of an `emitter`, a callback that is `kept` until
 * somebody calls it, or the `callback` of any other call.
 */
export interface Wait {
  kind: 'timer' | 'emitter' | 'kept' | 'callback';
  /** The call that is given the callback; undefined for `emitter.onmessage = f`. */
  call: TSESTree.CallExpression | undefined;
  /** Does it resolve the promise, or only reject it, as a timeout does? */
  resolves: boolean;
}

/** In milliseconds; a shorter wait is hardly one. */
export const shortestWait = 100;

/** @returns the promise that a `new` makes by hand, where its executor stands there */
export function findHandMadePromise(node: TSESTree.NewExpression): HandMadePromise | undefined {
  const [executor, ...others] = node.arguments;
  return isNewPromise(node) && others.length === 0 && isFunction(executor) ? { node, executor } : undefined;
}

/**
 * What the promise waits for.
 *
 * @returns undefined where somebody outside may settle it in another way, because `resolve` or `reject` gets out
 */
export function findWaits(model: Model, { executor }: HandMadePromise): Wait[] | undefined {
  const waits: Wait[] = [];
  for (const [index, parameter] of executor.params.entries()) {
    if (parameter.type !== 'Identifier') return undefined;
    for (const { identifier } of findVariable(model, parameter)?.references ?? []) {
      const found = waitsAt(model, identifier, executor);
      if (!found) return undefined;
      waits.push(...found.map((wait) => ({ ...wait, resolves: index === 0 })));
    }
  }
  return waits;
}

type UnsortedWait = Omit<Wait, 'resolves'>;

/** What has to happen before the executor, or what it started, comes to the use of `resolve` or `reject`. */
function waitsAt(
  model: Model,
  settler: TSESTree.Node,
  executor: FunctionNode,
  depth = 0,
): UnsortedWait[] | undefined {
  if (depth > 4) return undefined;
  const { parent } = settler;
  const isCalled = parent?.type === 'CallExpression' && parent.callee === settler;
  if (!isCalled) return waitsOfCallback(settler);
  const closure = enclosingFunction(settler);
  if (!closure || closure === executor) return [];
  return waitsOfClosure(model, closure, executor, depth);
}

function waitsOfClosure(
  model: Model,
  closure: FunctionNode,
  executor: FunctionNode,
  depth: number,
): UnsortedWait[] | undefined {
  const outer = enclosingFunction(closure);
  const further = outer && outer !== executor ? waitsOfClosure(model, outer, executor, depth + 1) : [];
  if (!further || depth > 4) return undefined;
  const name = calledAs(closure);
  if (!name) {
    const own = runsInPlace(closure) ? [] : waitsOfCallback(closure);
    return own && [...own, ...further];
  }
  const waits: UnsortedWait[] = [...further];
  for (const { identifier, init } of findVariable(model, name)?.references ?? []) {
    if (init === true || [...ancestorsOf(identifier)].includes(closure)) continue;
    const found = waitsAt(model, identifier, executor, depth + 1);
    if (!found) return undefined;
    waits.push(...found);
  }
  return waits;
}

const emitterMethods =
  /^(?:on|once|addListener|prepend(?:Once)?Listener|addEventListener|subscribe|on[A-Z]\w*)$/;
const keepingMethods = new Set(['set', 'push', 'unshift', 'enqueue']);
/** What comes around by itself, at once or when another promise settles. */
const passingMethods = new Set(
  (
    'setImmediate nextTick queueMicrotask requestAnimationFrame requestIdleCallback then catch finally ' +
    'off removeListener removeEventListener'
  ).split(' '),
);

/** What a function waits for that is given away where it stands. */
function waitsOfCallback(callback: TSESTree.Node): UnsortedWait[] | undefined {
  const expression = outermost(callback);
  const { parent } = expression;
  if (parent?.type === 'AssignmentExpression' && parent.right === expression) {
    const isListener =
      parent.left.type === 'MemberExpression' && /^on[a-z]/.test(memberName(parent.left) ?? '');
    return isListener ? [{ kind: 'emitter', call: undefined }] : undefined;
  }
  if (parent?.type !== 'CallExpression' || parent.callee === expression) return undefined;
  const method = calledName(parent);
  if (method === undefined) return undefined;
  if (passingMethods.has(method)) return [];
  const isKept = keepingMethods.has(method);
  // A settler that is kept by itself may be called by whoever sees the abort.
  if (isKept && !isFunction(callback)) return undefined;
  return [{ kind: isKept ? 'kept' : kindOf(method), call: parent }];
}

function kindOf(method: string): Wait['kind'] {
  if (method === 'setTimeout' || method === 'setInterval') return 'timer';
  return emitterMethods.test(method) ? 'emitter' : 'callback';
}
