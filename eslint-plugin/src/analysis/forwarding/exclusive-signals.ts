import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { isSignalName } from '../signals/signals.js';
import { nodesOf } from '../code/file-nodes.js';
import { accessPath, allNodes, calledName, isInside, unwrapped } from '../code/syntax.js';

/** A branch in which a signal of the code's own works only without, or only with, a signal of the caller. */
export interface ExclusiveSignal {
  kind: 'timeout' | 'conditional';
  node: TSESTree.Node;
  /** The caller's signal, as the code writes it. */
  received: string;
}

/**
 * Finds the branch that makes a timeout only where the caller gives no signal, or that puts the own signal to use only
 * where the caller gives one.
 */
export function findExclusiveSignal(model: Model, branch: TSESTree.IfStatement): ExclusiveSignal | undefined {
  return findDroppedTimeout(model, branch) ?? findConditionalUse(model, branch);
}

const timeName = /timeout|deadline/i;

/** `if (!signal && timeout) {...}`, `if (signal) {...} else if (timeout) {...}`, with a timer that aborts. */
function findDroppedTimeout(model: Model, branch: TSESTree.IfStatement): ExclusiveSignal | undefined {
  const operands = operandsOf(branch.test);
  if (!operands.some((operand) => timeName.test(accessPath(timeOf(operand))?.at(-1) ?? ''))) return undefined;
  const missing = operands
    .map((operand) =>
      operand.type === 'UnaryExpression' && operand.operator === '!'
        ? signalText(operand.argument)
        : undefined,
    )
    .find((text) => text !== undefined);
  const { parent } = branch;
  const given =
    parent.type === 'IfStatement' && parent.alternate === branch ? signalText(parent.test) : undefined;
  const received = missing ?? given;
  if (received === undefined || !makesTimeout(model, branch.consequent)) return undefined;
  return { kind: 'timeout', node: branch.test, received };
}

function operandsOf(test: TSESTree.Node): TSESTree.Node[] {
  const inner = unwrapped(test);
  if (inner.type !== 'LogicalExpression' || inner.operator !== '&&') return [inner];
  return [...operandsOf(inner.left), ...operandsOf(inner.right)];
}

/** `timeout`, `timeout > 0`, `timeout !== undefined` */
function timeOf(operand: TSESTree.Node): TSESTree.Node {
  return operand.type === 'BinaryExpression' ? operand.left : operand;
}

function signalText(node: TSESTree.Node): string | undefined {
  const path = accessPath(node);
  return path && isSignalName(path.at(-1) ?? '') ? path.join('.') : undefined;
}

function makesTimeout({ sourceCode }: Model, body: TSESTree.Node): boolean {
  const nodes = allNodes(body, sourceCode.visitorKeys);
  const calls = nodes.filter((node) => node.type === 'CallExpression');
  if (calls.some((call) => accessPath(call.callee)?.join('.') === 'AbortSignal.timeout')) return true;
  const hasController = nodes.some((node) => isNewController(node));
  return hasController && calls.some((call) => calledName(call) === 'setTimeout');
}

function isNewController(node: TSESTree.Node): boolean {
  return node.type === 'NewExpression' && accessPath(node.callee)?.at(-1) === 'AbortController';
}

/** `own = new AbortController(); if (options.signal) { ...; options.signal = own.signal; }` */
function findConditionalUse(model: Model, branch: TSESTree.IfStatement): ExclusiveSignal | undefined {
  const received = signalText(branch.test);
  if (received === undefined || branch.alternate || branch.parent.type !== 'BlockStatement') return undefined;
  const { visitorKeys } = model.sourceCode;
  for (const node of allNodes(branch.consequent, visitorKeys)) {
    if (node.type !== 'AssignmentExpression' || accessPath(node.left)?.join('.') !== received) continue;
    const own = accessPath(node.right);
    if (own?.at(-1) !== 'signal' || own.length < 2) continue;
    if (
      isMadeBefore(model, branch.parent, branch, own.slice(0, -1).join('.')) &&
      !isReadElsewhere(model, branch, own)
    )
      return { kind: 'conditional', node: node.right, received };
  }
  return undefined;
}

function isMadeBefore(
  { sourceCode }: Model,
  block: TSESTree.BlockStatement,
  branch: TSESTree.Statement,
  controller: string,
): boolean {
  return block.body.slice(0, block.body.indexOf(branch)).some((statement) =>
    allNodes(statement, sourceCode.visitorKeys).some((node) => {
      if (node.type === 'AssignmentExpression')
        return isNewController(node.right) && accessPath(node.left)?.join('.') === controller;
      return (
        node.type === 'VariableDeclarator' &&
        node.init !== null &&
        isNewController(node.init) &&
        accessPath(node.id)?.join('.') === controller
      );
    }),
  );
}

function isReadElsewhere(model: Model, branch: TSESTree.Node, own: readonly string[]): boolean {
  const text = own.join('.');
  return nodesOf(model).some(
    (node) =>
      node.type === 'MemberExpression' && !isInside(node, branch) && accessPath(node)?.join('.') === text,
  );
}
