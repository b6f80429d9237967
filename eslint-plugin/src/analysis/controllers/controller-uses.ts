import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, outermost } from '../code/syntax.js';

/** What a place that names a controller does with it. */
export interface ControllerUse {
  /**
   * `abort`: reads its `abort`, mostly to call it; `signal`: reads its signal; `write`: puts a controller, or nothing, in its
   * place; `test`: only asks whether there is one; `escape`: gives the controller itself to somebody else.
   */
  kind: 'abort' | 'signal' | 'write' | 'test' | 'escape';
  /** The controller's name where it stands, such as `controller` or `this.#controller`. */
  node: TSESTree.Node;
}

/** @returns what is done with a controller where it is named */
export function controllerUse(node: TSESTree.Node): ControllerUse {
  return { kind: kindOf(node), node };
}

function kindOf(node: TSESTree.Node): ControllerUse['kind'] {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression': {
      if (parent.object !== node) return 'escape';
      const member = memberName(parent);
      return member === 'abort' || member === 'signal' ? member : 'escape';
    }
    case 'AssignmentExpression':
      return parent.left === node ? 'write' : 'escape';
    case 'VariableDeclarator':
      if (parent.id === node) return 'write';
      return readsOnlySignal(parent.id) ? 'signal' : 'escape';
    case 'PropertyDefinition':
      return parent.key === node ? 'write' : 'escape';
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node ? 'test' : 'escape';
    case 'LogicalExpression':
      return parent.left === node && parent.operator === '&&' ? 'test' : 'escape';
    case 'UnaryExpression':
      return 'test';
    case 'BinaryExpression':
      return parent.operator.includes('==') ? 'test' : 'escape';
    case 'ExpressionStatement':
      return 'test';
    default:
      return 'escape';
  }
}

function readsOnlySignal(pattern: TSESTree.Node): boolean {
  return (
    pattern.type === 'ObjectPattern' &&
    pattern.properties.every((each) => each.type === 'Property' && memberName(each) === 'signal')
  );
}

/** @returns the access `controller.abort` that a use of the controller is the start of */
export function abortAccess(use: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = use;
  const isAbort =
    parent?.type === 'MemberExpression' && parent.object === use && memberName(parent) === 'abort';
  return isAbort ? outermost(parent) : undefined;
}

/** An argument, an element, a property or a returned value: others get hold of it. */
export function isPassedOn(use: TSESTree.Node): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== use;
    case 'AssignmentExpression':
      return parent.right === use;
    case 'NewExpression':
    case 'ArrayExpression':
    case 'Property':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return true;
    default:
      return false;
  }
}
