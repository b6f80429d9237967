import type { TSESTree } from '@typescript-eslint/utils';
import { findSpentSignal } from '../cleanup/spent-signals.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { nameOfFunction } from '../code/local-functions.js';
import {
  allNodes,
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  outermost,
  type ClassNode,
  type FunctionNode,
} from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { isTimeout } from '../timers/timers.js';
import { abortedController } from './abort-calls.js';
import { isMadeWhereMissing, isMadeWithInstance } from './controller-making.js';
import { findController, type Controller } from './controllers.js';
import { endsForGood } from './ended-classes.js';
import { placesHanded } from '../code/handed-places.js';

/** An abort after which the same, spent controller is used again (F6). */
export interface ReusedController {
  controller: Controller;
  /** `restart`: by a class that can be started again; `after`: by what follows; `loop`: by the next turn of a loop. */
  how: 'restart' | 'after' | 'loop';
  /** Where its signal is used again. */
  use: TSESTree.Node;
}

/** @returns how the controller that a call aborts is used again without being replaced */
export function findReusedController(
  model: Model,
  call: TSESTree.CallExpression,
): ReusedController | undefined {
  const aborted = abortedController(call);
  const controller = aborted && findController(model, aborted);
  if (!controller || controller.made.length > 1 || isInTest(call) || isReplaced(controller)) return undefined;
  const signals = controller.uses.filter(({ kind }) => kind === 'signal').map(({ node }) => node);
  if (signals.some((node) => isLookedAt(node))) return undefined;
  const use = (
    [
      ['after', findUseAfter(model, call, controller, signals)],
      ['restart', findUseAfterRestart(model, call, controller, signals)],
      ['loop', findUseInLoop(model, call, controller, signals)],
    ] as const
  ).find(([, found]) => found !== undefined);
  return use?.[1] && { controller, how: use[0], use: use[1] };
}

/** Is anything put in the controller's place but where it is first made? Whoever has the controller itself may do so too. */
function isReplaced({ uses, made }: Controller): boolean {
  return uses.some(
    ({ kind, node }) =>
      kind === 'escape' || (kind === 'write' && !made.some((each) => isWrittenFrom(node, each))),
  );
}

function isWrittenFrom(place: TSESTree.Node, made: TSESTree.Node): boolean {
  const target = outermost(made).parent;
  return target !== undefined && place.parent === target;
}

/** `controller.signal.aborted`: the code knows that the controller may be spent. */
function isLookedAt(use: TSESTree.Node): boolean {
  const signal = use.parent;
  const next = signal?.type === 'MemberExpression' ? outermost(signal).parent : undefined;
  return (
    next?.type === 'MemberExpression' && /^(?:aborted|throwIfAborted|reason)$/.test(memberName(next) ?? '')
  );
}

/** Behind the abort, in the same or an outer block of the same function, where nothing lies between. */
function findUseAfter(
  model: Model,
  call: TSESTree.CallExpression,
  { made }: Controller,
  signals: readonly TSESTree.Node[],
): TSESTree.Node | undefined {
  const statement = outermost(call).parent;
  const block = statement?.parent;
  if (statement?.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return undefined;
  if (!isFunction(block.parent) || !made.every((each) => isMadeBefore(each, call))) return undefined;
  return signals.find(
    (use) =>
      use.range[0] > call.range[1] &&
      isInside(use, block) &&
      enclosingFunction(use) === block.parent &&
      !isSpentInCleanup(model, use),
  );
}

/** Is it handed to cleanup, which no-aborted-signal-in-cleanup reports? */
function isSpentInCleanup(model: Model, use: TSESTree.Node): boolean {
  const signal = outermost(use).parent;
  const places = signal ? placesHanded(model, signal) : [];
  if (places.some(({ call }) => call.type === 'CallExpression' && findSpentSignal(model, call))) return true;
  for (const outer of ancestorsOf(use)) {
    if (isFunction(outer)) return false;
    if (outer.type === 'CallExpression' && findSpentSignal(model, outer)) return true;
  }
  return false;
}

/** At its declaration, or with its instance: not by an assignment that may come again after the abort. */
function isMadeBefore(made: TSESTree.Node, call: TSESTree.Node): boolean {
  const isDeclared = outermost(made).parent?.type === 'VariableDeclarator';
  return isDeclared ? made.range[1] < call.range[0] : isMadeWithInstance(made);
}

const stops =
  /^(?:stop|pause|disconnect|suspend|deactivate|halt|reset|(?:cancel|abort)(?:All|Pending))(?:[A-Z]\w*)?$/;
const starts =
  /^(?:start|resume|connect|reconnect|restart|activate|begin|play|listen|open|run)(?:[A-Z]\w*)?$/;

/** What ends only the work that is under way, and nothing for good. */
const emptyings = /^(?:cancel|abort)(?:All|Pending)(?:[A-Z]\w*)?$/;

/**
 * The class aborts in `stop()` what it made with itself, and has a `start()`: the second start is dead, also where `start()` makes one
 * only if there is none. After `cancelAll()`, every call is.
 */
function findUseAfterRestart(
  model: Model,
  call: TSESTree.CallExpression,
  { field, made }: Controller,
  signals: readonly TSESTree.Node[],
): TSESTree.Node | undefined {
  const method = methodAround(model, call);
  const [only] = made;
  if (!method || !only || !stops.test(method)) return undefined;
  if (isMadeWhereMissing(only)) {
    const maker = methodAround(model, only);
    return maker !== undefined && starts.test(maker) ? signals[0] : undefined;
  }
  if (!field || !isMadeWithInstance(only)) return undefined;
  if (!emptyings.test(method) && !methodsOf(field).some((name) => starts.test(name))) return undefined;
  if (endsForGood(model, call, field)) return undefined;
  return signals.find((use) => {
    const name = methodAround(model, use);
    return name !== undefined && name !== 'constructor' && name !== method;
  });
}

/** The method, or the function of a module, that a node works in. */
function methodAround(model: Model, node: TSESTree.Node): string | undefined {
  const outer = functionsWorkingAt(model, node).at(-1);
  return outer && (isMember(outer) || !enclosingFunction(outer)) ? nameOfFunction(outer) : undefined;
}

function isMember({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition';
}

function methodsOf({ body }: ClassNode): string[] {
  return body.body.flatMap((member) => {
    const isMethod = member.type === 'MethodDefinition' || member.type === 'PropertyDefinition';
    return isMethod && isFunction(member.value) ? [memberName(member)?.replace(/^#/, '') ?? ''] : [];
  });
}

/**
 * A time limit in a loop whose controller is made before the loop, where a `catch` goes on with the next turn: that turn has
 * the aborted signal again.
 */
function findUseInLoop(
  model: Model,
  call: TSESTree.CallExpression,
  { made }: Controller,
  signals: readonly TSESTree.Node[],
): TSESTree.Node | undefined {
  const timer = [...ancestorsOf(call)].find(
    (each): each is TSESTree.CallExpression => each.type === 'CallExpression' && isTimeout(model, each),
  );
  const level = timer && enclosingFunction(timer);
  const loop = timer && [...ancestorsOf(timer)].find((each) => /^(?:For|While|DoWhile)/.test(each.type));
  if (!loop || enclosingFunction(loop) !== level || made.some((each) => isInside(each, loop)))
    return undefined;
  const goesOn = allNodes(loop, model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'CatchClause' && !/^(?:Throw|Return|Break)/.test(node.body.body.at(-1)?.type ?? ''),
  );
  return goesOn ? signals.find((use) => isInside(use, loop)) : undefined;
}
