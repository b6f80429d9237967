import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { isCleanupName } from '../catalogue/index.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import {
  exportedFunctions,
  isHandedToCall,
  isRunOnLoad,
  type ExportedFunction,
} from '../code/exported-functions.js';
import { ancestorsOf, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { findOptionWay, type OptionWay } from './option-ways.js';
import { findUnforwardedSignals, type UnforwardedSignal } from './unforwarded-signals.js';

/** An exported function that waits for calls which could be cancelled, and gives its callers no way to do so. */
export interface UncancellableFunction extends ExportedFunction {
  /** How it could take a signal; undefined where its parameters leave no room for options. */
  way: OptionWay | undefined;
  missing: UnforwardedSignal[];
}

/** Finds the exported asynchronous functions of a module that cannot be cancelled, by the calls that lack a signal. */
export function findUncancellableFunctions(
  model: Model,
  calls: readonly TSESTree.CallExpression[],
): UncancellableFunction[] {
  const candidates = exportedFunctions(model).filter(
    (each) => isOwnShape(each) && !isInternal(model, each) && isDeaf(model, each),
  );
  if (candidates.length === 0) return [];
  const byFunction = new Map(
    candidates.map((each) => [each.function, { ...each, way: findOptionWay(model, each.function) }]),
  );
  const ownerOf = (call: TSESTree.Node): FunctionNode | undefined =>
    functionsWorkingAt(model, call).find((each) => byFunction.has(each));
  const worthwhile = calls.filter((call) => ownerOf(call) && !isShort(model, call));
  const missing = findUnforwardedSignals(model, worthwhile, (_, call) => {
    const owner = ownerOf(call);
    if (!owner || findAvailableSignal(model, call)) return undefined;
    return signalOf(owner, byFunction.get(owner)?.way);
  });
  return [...byFunction.values()].flatMap((each) => {
    const lacking = missing.filter(({ call }) => ownerOf(call) === each.function);
    return lacking.length > 0 ? [{ ...each, missing: lacking }] : [];
  });
}

function signalOf(owner: FunctionNode, way: OptionWay | undefined): AvailableSignal {
  const text = way?.signal ?? 'signal';
  return { text, path: text.split(/\??\./), ownership: 'received', source: owner, mayBeMissing: true };
}

/**
 * Names that a framework calls, and hooks; components and route handlers begin with a capital letter. An assertion is over in no
 * time.
 */
const frameworkName =
  /^(?:[A-Z]|use[A-Z]|main$|run$|start$|setup$|bootstrap|handler?s?$|handle[A-Z]|on[A-Z]|loader$|action$|load$|middleware$|proxy$|register$|activate$|up$|down$|seed|migrate|client(?:Loader|Action)$|globalSetup|globalTeardown|get(?:ServerSide|Static)|generate(?:Metadata|StaticParams|Sitemaps)|entry|assert[A-Z])/;

/** Does the function itself decide what it takes? */
function isOwnShape({ function: { async }, name, uses }: ExportedFunction): boolean {
  return (
    async &&
    !frameworkName.test(name.name) &&
    !isCleanupName(name.name) &&
    !uses.some((use) => isRunOnLoad(use) || isHandedToCall(use))
  );
}

/** `@internal`: exported for other files of its package, whose callers cannot reach it. */
function isInternal({ sourceCode }: Model, { function: node, name }: ExportedFunction): boolean {
  const statement = [...ancestorsOf(name)].find(({ parent }) => parent?.type === 'Program') ?? node;
  return sourceCode.getCommentsBefore(statement).some(({ value }) => /@(?:internal|private)\b/.test(value));
}

const wayToCancel = /signal|abort|cancel/i;

/** What a framework hands to its handlers; such an object tells of its end in ways of its own. */
const handedName =
  /^_?(?:req|request|res|reply|response|ctx|context|event|evt|e|c|next|job|step|task|params?|props|formData|argv?|args|token)$/i;

/** What is ended by a method of its own, and ends the work on it. */
const endableName =
  /stream|readable|writable|reader|writer|socket|connection|session|transport|worker|process|child$/i;

/** Is there nothing in what the function takes, nor in what it says, that could cancel it? */
function isDeaf(model: Model, { function: node }: ExportedFunction): boolean {
  const parameters = node.params.map((each) => (each.type === 'AssignmentPattern' ? each.left : each));
  if (parameters.some((each) => each.type === 'RestElement' || each.type === 'TSParameterProperty'))
    return false;
  if (parameters.some((each) => each.type === 'Identifier' && isHandle(model, each))) return false;
  if (wayToCancel.test(model.sourceCode.getText(node)) || runsOnServer(node)) return false;
  return model.types.carrySignals(parameters).every((answer) => answer === 'no');
}

/** By its name, or by that of its type. */
function isHandle({ sourceCode }: Model, { name, typeAnnotation }: TSESTree.Identifier): boolean {
  const type = typeAnnotation?.typeAnnotation;
  const typeName = type?.type === 'TSTypeReference' ? sourceCode.getText(type.typeName) : '';
  return handedName.test(name) || endableName.test(name) || endableName.test(typeName);
}

/** @returns true for what says `'use server'`, a file or a function: a browser calls it, which cannot send a signal */
export function runsOnServer(node: FunctionNode | TSESTree.Program): boolean {
  const statements: readonly TSESTree.Node[] =
    node.type === 'Program' ? node.body : node.body.type === 'BlockStatement' ? node.body.body : [];
  return statements.some(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use server',
  );
}

/** Files are read and written in no time, and half a file is worse than none. */
function isShort(model: Model, call: TSESTree.CallExpression): boolean {
  return /^fs(?:\/promises)?$/.test(findApi(model, call)?.module ?? '');
}
