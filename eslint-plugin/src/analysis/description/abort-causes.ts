import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { accessPath, calledName, memberName, outermost, unwrapped } from '../code/syntax.js';
import { isCertainController } from '../controllers/controller-expressions.js';
import { isPassedOn } from '../controllers/controller-uses.js';
import { findController, findControllerMadeAt, type Controller } from '../controllers/controllers.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import { findAbortMoment } from './abort-moments.js';
import type { AbortCause, Maker } from './facts.js';
import { callText } from './function-names.js';
import type { SoughtSignal } from './sought-signals.js';

/**
 * What aborts a signal.
 *
 * @param makers where the signal comes from
 * @param sought the signal
 * @returns each cause that the file shows; `nothing` where it shows that there is none
 */
export function causesOf(model: Model, makers: readonly Maker[], sought: SoughtSignal): AbortCause[] {
  const made = makers.flatMap((maker) => madeController(maker) ?? []);
  const causes = [
    ...makers.flatMap(causesByMaker),
    ...abortsOf(model, made, sought),
    ...made.flatMap((controller) => holdersOf(model, controller)),
  ];
  return causes.length === 0 && isNobodys(model, makers) ? [{ kind: 'nothing' }] : causes;
}

function madeController(maker: Maker): TSESTree.NewExpression | undefined {
  return maker.kind === 'controller' && maker.node.type === 'NewExpression' ? maker.node : undefined;
}

function causesByMaker(maker: Maker): AbortCause[] {
  switch (maker.kind) {
    case 'parameter':
      return [{ kind: 'caller', owner: maker.owner }];
    case 'timeout':
      return [{ kind: 'timeout', node: maker.node, delay: maker.delay }];
    case 'aborted':
      return [{ kind: 'aborted', node: maker.node }];
    default:
      return [];
  }
}

/** Every `controller.abort` of one of the controllers, called or handed on as a callback. */
function abortsOf(model: Model, made: readonly TSESTree.NewExpression[], sought: SoughtSignal): AbortCause[] {
  return nodesOf(model).flatMap((node): AbortCause[] => {
    if (node.type !== 'MemberExpression' || memberName(node) !== 'abort') return [];
    if (!isControllerOf(model, node.object, made, sought)) return [];
    const use = findAbortUse(node);
    if (!use) return [];
    const text = `${accessPath(node)?.join('.') ?? 'abort'}()`;
    return [{ kind: 'abort', node: use, text, moment: findAbortMoment(model, use) }];
  });
}

function isControllerOf(
  model: Model,
  node: TSESTree.Node,
  made: readonly TSESTree.NewExpression[],
  { isOrigin }: SoughtSignal,
): boolean {
  const origins = originsOf(model, node);
  if (
    origins.some((origin) => origin.kind === 'new' && origin.path.length === 0 && made.includes(origin.node))
  )
    return true;
  return isCertainController(model, node) && originsOf(model, node, ['signal']).some(isOrigin);
}

/** The call of a method, the `bind` of it, or the method where it is handed on; a test whether there is one is no use. */
function findAbortUse(method: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const access = outermost(method);
  const { parent } = access;
  if (parent?.type === 'CallExpression' && parent.callee === access) return parent;
  const isBound =
    parent?.type === 'MemberExpression' && parent.object === access && memberName(parent) === 'bind';
  const bound = isBound ? outermost(parent).parent : undefined;
  if (bound?.type === 'CallExpression') return bound;
  return isPassedOn(access) ? method : undefined;
}

/** Methods that do not keep what they are given. */
const forgetting = new Set(['bind', 'has', 'delete', 'includes', 'indexOf']);

/** Who is handed the controller itself. */
function holdersOf(model: Model, made: TSESTree.NewExpression): AbortCause[] {
  const uses = findControllerHolding(model, made)?.uses.filter(({ kind }) => kind === 'escape');
  const nodes = uses?.map(({ node }) => node) ?? [outermost(made)];
  return nodes.flatMap((node): AbortCause[] => {
    if (!isPassedOn(node) || node.parent?.type === 'AssignmentExpression') return [];
    const call = callAround(node);
    if (call?.type === 'CallExpression' && forgetting.has(calledName(call) ?? '')) return [];
    return [{ kind: 'holder', node, name: call ? callText(call) : '' }];
  });
}

/** The variable, field or member that keeps a controller, also one that is made on a condition. */
function findControllerHolding(model: Model, made: TSESTree.NewExpression): Controller | undefined {
  let value = outermost(made);
  while (value.parent?.type === 'ConditionalExpression' || value.parent?.type === 'LogicalExpression')
    value = outermost(value.parent);
  const { parent } = value;
  const isVariable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier';
  if (isVariable) return findController(model, parent.id);
  return parent?.type === 'AssignmentExpression'
    ? findController(model, parent.left)
    : findControllerMadeAt(model, made);
}

/** The call that an expression is an argument of, also inside an object literal. */
function callAround(node: TSESTree.Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const { parent } = outermost(node);
  switch (parent?.type) {
    case 'Property':
      return callAround(parent.parent);
    case 'CallExpression':
    case 'NewExpression':
      return unwrapped(parent.callee) === unwrapped(node) ? undefined : parent;
    default:
      return undefined;
  }
}

/** Are all of its controllers out of everybody's reach? */
function isNobodys(model: Model, makers: readonly Maker[]): boolean {
  const others = makers.filter(({ kind }) => kind !== 'combined');
  return (
    others.length > 0 &&
    others.every((maker) => {
      const controller = madeController(maker);
      return controller !== undefined && isOutOfReach(model, controller);
    })
  );
}

function isOutOfReach(model: Model, made: TSESTree.NewExpression): boolean {
  const { parent } = outermost(made);
  if (parent?.type === 'MemberExpression') return memberName(parent) === 'signal';
  return findControllerHolding(model, made)?.isShared === false;
}
