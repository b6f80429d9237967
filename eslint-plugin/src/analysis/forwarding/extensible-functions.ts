import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { functionsWorkingAt, calledAs } from '../code/enclosing-work.js';
import { declaresOwnParameters, hasOwnParameters, isExported } from '../code/known-callers.js';
import { allNodes, isNewPromise, ownLevelNodes, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { findParameterWay, type ParameterWay } from './signal-parameters.js';
import { runsOnServer } from './uncancellable-functions.js';
import { findUnforwardedSignals, type AgreedSlots, type UnforwardedSignal } from './unforwarded-signals.js';

/** A function whose callers could be let cancel it: how it can take a signal, and the calls in it that could be given that. */
export interface ExtensibleFunction {
  function: FunctionNode;
  way: ParameterWay;
  missing: UnforwardedSignal[];
}

/** What somebody knows who sees the whole project. */
export interface ProjectKnowledge {
  /** True where the function is free to take more, for all who use it. */
  isFree: boolean;
  /** Where calls of the file are going to take a signal. */
  agreed: AgreedSlots;
}

/**
 * Asks of an asynchronous function whether it can take a signal and has a use for it.
 *
 * @param known what is known beyond the file; nothing when left out
 * @returns undefined where it has one, where others say what it is given, or where no call in it takes one
 */
export function findExtensibleFunction(
  model: Model,
  node: FunctionNode,
  known?: ProjectKnowledge,
): ExtensibleFunction | undefined {
  if (runsOnServer(node) || runsOnServer(model.sourceCode.ast)) return undefined;
  const isFree = known?.isFree === true ? declaresOwnParameters : hasOwnParameters;
  if (!givesPromise(model, node) || !isFree(model, node)) return undefined;
  const name = calledAs(node)?.name;
  if (name !== undefined && isExported(model, node) && handlerName.test(name)) return undefined;
  const way = findParameterWay(model, node);
  if (!way) return undefined;
  const missing = findUnforwardedSignals(
    model,
    callsIn(model, node),
    (_, call) =>
      functionsWorkingAt(model, call).includes(node) && !findAvailableSignal(model, call)
        ? signalOf(node, way)
        : undefined,
    known?.agreed,
  );
  return missing.length > 0 ? { function: node, way, missing } : undefined;
}

/** Exported names that frameworks call, with more than such a function may have parameters for. */
const handlerName =
  /^(?:[A-Z]|use[A-Z]|handler?s?$|handle[A-Z]|on[A-Z]|middleware$|proxy$|(?:client)?(?:[Ll]oader|[Aa]ction)$|up$|down$|seed|migrate|generate[A-Z]|get(?:ServerSide|Static)[A-Z])/;

function callsIn({ sourceCode }: Model, node: FunctionNode): TSESTree.CallExpression[] {
  return allNodes(node.body, sourceCode.visitorKeys).filter((each) => each.type === 'CallExpression');
}

/** @returns the signal that a function has once it takes one in this way */
export function signalOf(source: FunctionNode, { signal: text }: ParameterWay): AvailableSignal {
  return { text, path: text.split(/\??\./), ownership: 'received', source, mayBeMissing: true };
}

/** Is the function asynchronous, by its keyword, its annotation or all that it returns? */
function givesPromise(model: Model, node: FunctionNode): boolean {
  if (node.async) return true;
  const type = node.returnType?.typeAnnotation;
  if (type)
    return /^(?:Promise|PromiseLike|AsyncIterable\w*|AsyncGenerator)\b/.test(model.sourceCode.getText(type));
  const given = returnedValues(model, node);
  return (
    !node.generator && given.length > 0 && given.every((each) => each !== null && isPromise(model, each))
  );
}

function returnedValues({ sourceCode }: Model, { body }: FunctionNode): (TSESTree.Expression | null)[] {
  if (body.type !== 'BlockStatement') return [body];
  return ownLevelNodes(body, sourceCode.visitorKeys)
    .filter((each) => each.type === 'ReturnStatement')
    .map(({ argument }) => argument);
}

function isPromise(model: Model, value: TSESTree.Expression): boolean {
  const inner = unwrapped(value);
  if (isNewPromise(inner)) return true;
  if (inner.type !== 'CallExpression') return false;
  return findApi(model, inner)?.result === 'promise' || model.types.returnPromises([inner])[0] === 'yes';
}
