import type { TSESTree } from '@typescript-eslint/utils';
import { nameOfFunction } from '../code/local-functions.js';
import { placesHanded } from '../code/handed-places.js';
import { enclosingFunction, memberName, outermost, ownLevelNodes } from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { makesController } from '../signals/signal-factories.js';
import { findControllerMadeAt, type Controller } from './controllers.js';

/** A controller that nobody can abort. */
export interface UnabortableController {
  /** `unnamed`: only its signal is kept; `unused`: nothing that can reach it calls its `abort`. */
  how: 'unnamed' | 'unused';
  name: string;
  /** The signal `new AbortController().signal`, where it is an option that the call can do without. */
  spare: TSESTree.Node | undefined;
}

/** @returns why nobody can abort the controller that is made here; undefined where somebody may */
export function findUnabortableController(
  model: Model,
  made: TSESTree.NewExpression,
): UnabortableController | undefined {
  // That of a package takes the signals that abort it.
  if (!makesController(made) || made.arguments.length > 0 || isInTest(made)) return undefined;
  const holder = outermost(made);
  const { parent } = holder;
  if (parent?.type === 'MemberExpression' && parent.object === holder && memberName(parent) === 'signal') {
    const signal = outermost(parent);
    return isStandIn(model, signal)
      ? undefined
      : { how: 'unnamed', name: '', spare: isSpare(model, signal) ? signal : undefined };
  }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    const isSignalOnly = parent.id.properties.every(
      (each) => each.type === 'Property' && memberName(each) === 'signal',
    );
    return isSignalOnly ? { how: 'unnamed', name: '', spare: undefined } : undefined;
  }
  const controller = findControllerMadeAt(model, made);
  if (!controller || controller.isShared) return undefined;
  const kinds = controller.uses.map(({ kind }) => kind);
  return kinds.includes('signal') && !kinds.includes('abort') && !isFallback(model, controller)
    ? { how: 'unused', name: controller.name, spare: undefined }
    : undefined;
}

/** Is the signal an option of a call that the catalogue knows, and may be left out there? */
function isSpare(model: Model, { parent }: TSESTree.Node): boolean {
  const call = parent?.type === 'Property' ? parent.parent.parent : undefined;
  return call !== undefined && isKnown(model, call);
}

function isKnown(model: Model, call: TSESTree.Node): boolean {
  return call.type === 'CallExpression' && findApi(model, call) !== undefined;
}

const namedOnPurpose = /never|noop|no_op|dummy|inert|fake|mock|stub|placeholder|default|fallback|null|idle/i;

/**
 * Takes the place of a signal that was not given or that a function insists on, asks what the platform can do, or says by its name
 * what it is for.
 */
function isStandIn(model: Model, signal: TSESTree.Node): boolean {
  const { parent } = signal;
  switch (parent?.type) {
    case 'Property':
      return !placesHanded(model, signal).some(({ call }) => isKnown(model, call));
    case 'ArrayExpression':
      return false;
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier' || namedOnPurpose.test(parent.id.name);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const giver = enclosingFunction(signal);
      return giver !== undefined && namedOnPurpose.test(nameOfFunction(giver) ?? '');
    }
    default:
      return true;
  }
}

/** Is its signal what a function gives where it has no other one to give? */
function isFallback(model: Model, { uses }: Controller): boolean {
  const reads = uses.filter(({ kind }) => kind === 'signal');
  return reads.every(({ node }) => {
    const signal = outermost(node).parent;
    const leaving = signal && outermost(signal).parent;
    const owner = enclosingFunction(node);
    return (
      leaving?.type === 'ReturnStatement' &&
      owner !== undefined &&
      ownLevelNodes(owner.body, model.sourceCode.visitorKeys).some(
        (other) => other.type === 'ReturnStatement' && other !== leaving && other.argument !== null,
      )
    );
  });
}
