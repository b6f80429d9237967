import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, memberName, outermost } from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { makesController } from '../signals/signal-factories.js';
import { findControllerMadeAt } from './controllers.js';

/** A controller that nobody can abort. */
export interface UnabortableController {
  /** `unnamed`: only its signal is kept; `unused`: nothing that can reach it calls its `abort`. */
  how: 'unnamed' | 'unused';
  name: string;
  /** The signal where it stands alone: `new AbortController().signal`. */
  signal: TSESTree.Node | undefined;
}

/** @returns why nobody can abort the controller that is made here; undefined where somebody may */
export function findUnabortableController(
  model: Model,
  made: TSESTree.NewExpression,
): UnabortableController | undefined {
  if (!makesController(made) || isInTest(made)) return undefined;
  const holder = outermost(made);
  const { parent } = holder;
  if (parent?.type === 'MemberExpression' && parent.object === holder && memberName(parent) === 'signal') {
    const signal = outermost(parent);
    return isStandIn(signal) ? undefined : { how: 'unnamed', name: '', signal };
  }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    const isSignalOnly = parent.id.properties.every(
      (each) => each.type === 'Property' && memberName(each) === 'signal',
    );
    return isSignalOnly ? { how: 'unnamed', name: '', signal: undefined } : undefined;
  }
  const controller = findControllerMadeAt(model, made);
  if (!controller || controller.isShared) return undefined;
  const kinds = controller.uses.map(({ kind }) => kind);
  return kinds.includes('signal') && !kinds.includes('abort')
    ? { how: 'unused', name: controller.name, signal: undefined }
    : undefined;
}

const namedOnPurpose = /never|noop|no_op|dummy|inert|fake|mock|stub|placeholder|default|fallback|null|idle/i;

/** Takes the place of a signal that was not given, asks what the platform can do, or says by its name what it is for. */
function isStandIn(signal: TSESTree.Node): boolean {
  const { parent } = signal;
  switch (parent?.type) {
    case 'Property':
    case 'ArrayExpression':
      return false;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === signal || nameOfCall(parent).endsWith('MaxListeners');
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier' || namedOnPurpose.test(parent.id.name);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return false;
    default:
      return true;
  }
}

function nameOfCall(call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  return call.type === 'CallExpression' ? (calledName(call) ?? '') : '';
}
