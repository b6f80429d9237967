import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { findCalledFunction, findClass, nameOfFunction } from '../code/local-functions.js';
import { accessPath, calledName, enclosingClass, isInside, type FunctionNode } from '../code/syntax.js';
import { constantValue, patternPath } from '../code/variables.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { originsOf, type Origin } from '../signals/origins.js';
import {
  isController,
  isOwnControllerSignal,
  signalFactory,
  sourcesOf,
} from '../signals/signal-factories.js';
import type { Maker } from './facts.js';
import { calleeText, callText, functionNameOf, textOf } from './function-names.js';

/** Combinations of combinations that are looked into. */
const deepest = 3;

/** @returns where a signal comes from, and the parts of a combined one after it; nothing for what is not known */
export function makersOf(model: Model, origins: readonly Origin[], depth = 0): Maker[] {
  const makers = origins.flatMap((origin) => makersAt(model, origin, depth));
  return makers.filter((maker, index) => makers.findIndex((other) => isSameMaker(maker, other)) === index);
}

function isSameMaker(one: Maker, other: Maker): boolean {
  if (!('node' in one) || !('node' in other)) return one === other;
  const isSameText = !('text' in one && 'text' in other) || one.text === other.text;
  return one.node === other.node && isSameText;
}

function makersAt(model: Model, origin: Origin, depth: number): Maker[] {
  switch (origin.kind) {
    case 'parameter':
      return [parameterMaker(model, origin)];
    case 'new':
      if (isOwnControllerSignal(origin) || isController(origin))
        return [{ kind: 'controller', node: origin.node }];
      return isHolder(origin)
        ? [{ kind: 'call', node: origin.node, text: memberOf(`${callText(origin.node)}()`, origin) }]
        : [];
    case 'call':
      return callMakers(model, origin, depth);
    case 'import':
      return [{ kind: 'import', name: memberOf(origin.imported, origin), module: origin.module }];
    default:
      return [];
  }
}

/** Every request has a signal; of other classes only the instance itself may be one. */
function isHolder({ node, path }: Origin & { kind: 'new' }): boolean {
  return path.length === 0 || calleeText(node).endsWith('Request');
}

function memberOf(text: string, { path }: { path: readonly string[] }): string {
  return [text, ...path].join('.');
}

function callMakers(model: Model, origin: Origin & { kind: 'call' }, depth: number): Maker[] {
  const { node } = origin;
  switch (signalFactory(node)) {
    case 'timeout':
      return [{ kind: 'timeout', node, delay: delayOf(model, node) }];
    case 'abort':
      return [{ kind: 'aborted', node }];
    case 'any': {
      const sources = sourcesOf(node);
      const parts = sources.map((source) => textOf(model, source));
      const origins = sources.flatMap((source) => originsOf(model, source));
      const made = depth < deepest ? makersOf(model, origins, depth + 1) : [];
      return [{ kind: 'combined', node, parts }, ...made];
    }
    default: {
      const text = calleeText(node);
      return text === '' ? [] : [{ kind: 'call', node, text: memberOf(`${text}()`, origin) }];
    }
  }
}

/** @returns the milliseconds of `AbortSignal.timeout(5000)`, where they are written as a number */
export function delayOf(model: Model, { arguments: [delay] }: TSESTree.CallExpression): number | undefined {
  const value = delay && constantValue(model, delay);
  return value?.type === 'Literal' && typeof value.value === 'number' ? value.value : undefined;
}

function parameterMaker(model: Model, { name, owner, path }: Origin & { kind: 'parameter' }): Maker {
  const [into = []] = owner.params.flatMap((parameter) => patternPath(parameter, name));
  const text = [name.name, ...path.slice(into.length)].join('.');
  return { kind: 'parameter', node: name, text, owner: functionNameOf(owner), calls: callsOf(model, owner) };
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** @returns the calls of a function that the file itself makes, its recursive ones left out, in source order */
export const callsOf = memoized((model, owner: FunctionNode): readonly Call[] => {
  const method = owner.parent;
  const made =
    method.type === 'MethodDefinition' && method.kind === 'constructor' ? enclosingClass(owner) : undefined;
  const name = nameOfFunction(owner);
  return nodesOf(model).filter((node): node is Call => {
    if (isInside(node, owner)) return false;
    if (node.type === 'NewExpression') return made !== undefined && findClass(model, node.callee) === made;
    if (node.type !== 'CallExpression' || name === undefined) return false;
    const isCalledSo = calledName(node)?.replace(/^#/, '') === name || accessPath(node.callee) === undefined;
    return isCalledSo && findCalledFunction(model, node) === owner;
  });
});
