import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs, functionsWorkingAt } from '../code/enclosing-work.js';
import { findCalledFunction } from '../code/local-functions.js';
import { allNodes, enclosingFunction, isInside, type FunctionNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isSameSignal } from './same-signal.js';
import type { AbortListener } from './abort-listeners.js';

/** The names outside of a listener that it uses, apart from its own signal, and those of the functions that it calls. */
export interface TouchedNames {
  names: readonly TSESTree.Identifier[];
  /** Does it use `this`, or a name that is no local variable of any function? */
  isForeign: boolean;
}

/**
 * Does code that runs after the function has ended, such as the callbacks of a stream that it returns, use the listener or what it
 * touches? Then what the listener is there for goes on.
 */
export function isUsedLater(
  model: Model,
  { function: body, node }: AbortListener,
  names: TouchedNames['names'],
): boolean {
  const level = enclosingFunction(node);
  const own = body && calledAs(body);
  return (own ? [own, ...names] : names)
    .flatMap((name) => findVariable(model, name)?.references ?? [])
    .filter(({ identifier }) => !isInside(identifier, node) && !(body && isInside(identifier, body)))
    .some(({ identifier }) => level && !functionsWorkingAt(model, identifier).includes(level));
}

const deepest = 3;

/** @returns what a listener reads or changes; undefined where its function stands elsewhere */
export function namesTouchedBy(
  model: Model,
  { function: body, target }: AbortListener,
): TouchedNames | undefined {
  if (!body) return undefined;
  const touched = { names: [] as TSESTree.Identifier[], isForeign: false };
  collect(model, body, touched);
  const names = touched.names.filter((name) => !isSameSignal(model, name, target));
  return { names, isForeign: touched.isForeign };
}

function collect(
  model: Model,
  body: FunctionNode,
  touched: { names: TSESTree.Identifier[]; isForeign: boolean },
  depth = 0,
): void {
  for (const node of allNodes(body, model.sourceCode.visitorKeys)) {
    if (node.type === 'ThisExpression') touched.isForeign = true;
    const called = node.type === 'CallExpression' ? findCalledFunction(model, node) : undefined;
    if (called && called !== body && !isInside(called, body) && depth < deepest)
      collect(model, called, touched, depth + 1);
  }
  const through = model.sourceCode.scopeManager?.acquire(body)?.through ?? [];
  for (const { identifier, resolved } of through) {
    if (!resolved || identifier.type !== 'Identifier') continue;
    const [definition] = resolved.defs;
    if (definition?.type === 'FunctionName' || definition?.type === 'ImportBinding') continue;
    if (isFunctionConstant(model, identifier)) continue;
    if (/^(?:module|global|tsModule)$/.test(resolved.scope.type))
      touched.isForeign ||= definition !== undefined;
    else touched.names.push(identifier);
  }
}

function isFunctionConstant(model: Model, name: TSESTree.Identifier): boolean {
  const [definition] = findVariable(model, name)?.defs ?? [];
  return definition?.type === 'Variable' && (definition.node.init?.type ?? '').includes('Function');
}
