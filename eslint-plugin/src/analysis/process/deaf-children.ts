import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from '../operations/api-calls.js';
import { hasErrorListener } from '../operations/emitter-endings.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import type { Signal } from '../signals/signals.js';
import { calledName, constantText, isFunction, memberName, outermost } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

const starters = new Set(['spawn', 'fork', 'exec', 'execFile']);

/**
 * A child process that is given a signal, and whose `error` event nobody here listens to (F17).
 *
 * @returns the signal; undefined where there is a listener, or may be one elsewhere
 */
export function findDeafChild(model: Model, call: TSESTree.CallExpression): Signal | undefined {
  const api = findApi(model, call);
  if (api?.module !== 'child_process' || !starters.has(api.path)) return undefined;
  const [signal] = signalsHandedTo(model, call);
  if (!signal || takesCallback(model, api.path, call) || hasErrorListener(model, call)) return undefined;
  return mayListenElsewhere(model, call) ? undefined : signal;
}

/** `exec` and `execFile` hand the failure to a callback behind the options. */
function takesCallback(model: Model, path: string, call: TSESTree.CallExpression): boolean {
  const last = call.arguments.at(-1);
  if (!path.startsWith('exec') || !last) return false;
  return isFunction(last) || constantValue(model, last).type !== 'ObjectExpression';
}

/** A child that is returned, stored or handed on may get its listener there. */
function mayListenElsewhere(model: Model, call: TSESTree.CallExpression): boolean {
  const expression = chained(call);
  const { parent } = expression;
  if (parent?.type === 'ExpressionStatement') return false;
  if (parent?.type === 'MemberExpression') return isListening(parent);
  if (parent?.type !== 'VariableDeclarator') return true;
  if (parent.id.type === 'ObjectPattern')
    return parent.id.properties.some(({ type }) => type === 'RestElement');
  if (parent.id.type !== 'Identifier') return true;
  return (findVariable(model, parent.id)?.references ?? []).some(({ identifier, init }) => {
    if (init) return false;
    const member = outermost(identifier).parent;
    return (
      member?.type !== 'MemberExpression' || member.object !== outermost(identifier) || isListening(member)
    );
  });
}

/** The last of `spawn(...).on(...).on(...)`, whose value is the child. */
function chained(call: TSESTree.CallExpression): TSESTree.Node {
  const expression = outermost(call);
  const member = expression.parent;
  if (member?.type !== 'MemberExpression' || member.object !== expression) return expression;
  const next = outermost(member).parent;
  const isNext = next?.type === 'CallExpression' && /^(?:on|once|addListener)$/.test(calledName(next) ?? '');
  return isNext ? chained(next) : expression;
}

/** A listener of an event whose name is not written out, or of all of them. */
function isListening(member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  if (name === undefined) return true;
  if (!/^(?:on|once|addListener|prependListener|prependOnceListener)$/.test(name)) return false;
  const call = outermost(member).parent;
  if (call?.type !== 'CallExpression') return true;
  const event = constantText(call.arguments[0]);
  return event === undefined || event === 'error';
}
