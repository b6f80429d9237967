import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import {
  accessPath,
  calledName,
  enclosingFunction,
  memberName,
  outermost,
  unwrapped,
} from '../code/syntax.js';
import { findRegistration } from '../listeners/registrations.js';
import { relaysOf } from '../listeners/relays.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import { signalFactory, sourcesOf } from '../signals/signal-factories.js';
import type { Use } from './facts.js';
import { calleeText, callText, functionNameOf, textOf } from './function-names.js';
import { nameOfValue } from './signal-continuations.js';
import { findCarrier, isSought, type SoughtSignal } from './sought-signals.js';

/**
 * @param signals a signal and those that it goes on in, see `withContinuations`
 * @returns every place of the file that they get to
 */
export function usesOf(model: Model, signals: readonly SoughtSignal[]): Use[] {
  const found = new Map<TSESTree.Node, Use>();
  for (const each of signals) {
    for (const use of ownUses(model, each)) if (!found.has(use.node)) found.set(use.node, use);
  }
  return [...found.values()].sort((one, other) => one.node.range[0] - other.node.range[0]);
}

function ownUses(model: Model, sought: SoughtSignal): Use[] {
  const as = sought.as === undefined ? {} : { as: sought.as };
  return nodesOf(model).flatMap((node) => {
    const use = findUse(model, sought, node);
    return use ? [{ ...use, ...as }] : [];
  });
}

function findUse(model: Model, sought: SoughtSignal, node: TSESTree.Node): Use | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return useByCall(model, sought, node);
    case 'MemberExpression':
      return isStateOf(model, sought, node)
        ? { kind: 'check', node, name: memberName(node) ?? '' }
        : undefined;
    case 'AssignmentExpression':
      return useByAssignment(model, sought, node);
    case 'PropertyDefinition': {
      const isKept = node.value && isHeld(model, sought, node.value);
      return isKept ? { kind: 'kept', node: node.key, name: `this.${memberName(node) ?? ''}` } : undefined;
    }
    case 'TSParameterProperty': {
      const { parameter } = node;
      const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
      const isKept = isSought(model, sought, name);
      return isKept ? { kind: 'kept', node, name: `this.${name.name}` } : undefined;
    }
    case 'ReturnStatement':
      return node.argument ? useByReturn(model, sought, node, node.argument) : undefined;
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement'
        ? undefined
        : useByReturn(model, sought, node.body, node.body);
    case 'JSXAttribute': {
      const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : undefined;
      const element = model.sourceCode.getText(node.parent.name);
      return value && isSought(model, sought, value)
        ? { kind: 'call', node, name: `<${element}>` }
        : undefined;
    }
    default:
      return undefined;
  }
}

function useByCall(
  model: Model,
  sought: SoughtSignal,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Use | undefined {
  const registration = findRegistration(model, node);
  if (registration) {
    if (!isSought(model, sought, registration.target)) return undefined;
    const relay = relaysOf(model).find((each) => each.registration.node === node);
    if (!relay) return { kind: 'listener', node, name: calleeText(node) };
    return { kind: 'relayed', node, name: accessPath(relay.controller)?.join('.') ?? '' };
  }
  if (node.type === 'CallExpression') {
    if (/^(?:bind|removeEventListener|has|delete|includes|indexOf)$/.test(calledName(node) ?? ''))
      return undefined;
    if (accessPath(node.callee)?.[0] === 'console') return undefined;
    if (signalFactory(node) === 'any') {
      const isPart = sourcesOf(node).some((source) => isSought(model, sought, source));
      return isPart ? { kind: 'combined', node, name: nameOfValue(node) } : undefined;
    }
  }
  const carriers = node.arguments.map((argument) => findCarrier(model, sought, argument));
  const carrier = carriers.find((each) => each !== undefined);
  const isWhole = carrier !== undefined && isNamedItself(model, sought, carrier);
  const name = carrier && (isWhole || !isLook(node)) ? callText(node) : '';
  const within = isWhole || !carrier ? {} : { within: textOf(model, carrier) };
  return name !== '' ? { kind: 'call', node, name, ...within } : undefined;
}

/** Is it the signal, or the controller that was asked about, and not another object that has it? */
function isNamedItself(model: Model, sought: SoughtSignal, carrier: TSESTree.Node): boolean {
  if (isSought(model, sought, carrier)) return true;
  const { isController } = sought;
  return isController !== undefined && originsOf(model, carrier).some(isController);
}

const lookers = new Set([
  'Object',
  'Array',
  'JSON',
  'Reflect',
  'URL',
  'String',
  'Boolean',
  'structuredClone',
]);

/** Does the platform only read or copy an object that it is given there? */
function isLook({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return lookers.has(accessPath(callee)?.[0] ?? '');
}

const states = new Set(['aborted', 'reason', 'throwIfAborted']);

function isStateOf(model: Model, sought: SoughtSignal, node: TSESTree.MemberExpression): boolean {
  const name = memberName(node) ?? '';
  const isUsed = name !== 'throwIfAborted' || isCalled(node);
  return states.has(name) && isUsed && isSought(model, sought, node.object);
}

function isCalled(method: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(method);
  return parent?.type === 'CallExpression' && unwrapped(parent.callee) === method;
}

function useByAssignment(
  model: Model,
  sought: SoughtSignal,
  node: TSESTree.AssignmentExpression,
): Use | undefined {
  const { left, right } = node;
  if (left.type !== 'MemberExpression') return undefined;
  const registration = findRegistration(model, node);
  if (registration)
    return isSought(model, sought, registration.target)
      ? { kind: 'listener', node, name: 'onabort' }
      : undefined;
  const name = accessPath(left)?.join('.');
  return name !== undefined && isHeld(model, sought, right) ? { kind: 'kept', node: left, name } : undefined;
}

/** Is the signal the value, and not what is made there? */
function isHeld(model: Model, sought: SoughtSignal, value: TSESTree.Node): boolean {
  const inner = unwrapped(value);
  return accessPath(inner) !== undefined && isSought(model, sought, inner);
}

function useByReturn(
  model: Model,
  sought: SoughtSignal,
  node: TSESTree.Node,
  value: TSESTree.Node,
): Use | undefined {
  const inner = unwrapped(value);
  const carrier = inner.type === 'ObjectExpression' ? findCarrier(model, sought, inner) : inner;
  const isReturned = carrier !== undefined && isNamedItself(model, sought, carrier);
  const owner = enclosingFunction(node.type === 'ReturnStatement' ? node : outermost(value));
  return isReturned && owner ? { kind: 'returned', node, name: functionNameOf(owner).name } : undefined;
}
