import type { TSESTree } from '@typescript-eslint/utils';
import { findOverriddenMethod, overriddenModules, type OverriddenMethod } from '../catalogue/index.js';
import { findClass } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  enclosingClass,
  isInside,
  memberName,
  type ClassNode,
} from '../code/syntax.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { referenceTo } from '../operations/api-calls.js';
import { originsOf, type Origin } from './origins.js';

type Parameter = Origin & { kind: 'parameter' };

/** Steps from an overridden method to another method of the class that it hands its parameter to. */
const furthest = 3;

/**
 * The method of a package's class by which a parameter carries a signal: that of an override, or of another method of
 * the class that is handed what the override was given, and nothing else.
 *
 * @returns undefined where the class does not say so; the package's types are not asked
 */
export function findInheritedOptions(
  model: Model,
  { name, owner }: Omit<Parameter, 'kind' | 'path'>,
  depth = 0,
): OverriddenMethod | undefined {
  const method = owner.parent;
  if (method.type !== 'MethodDefinition' && method.type !== 'PropertyDefinition') return undefined;
  const bases = basesAround(model, method);
  const index = owner.params.findIndex((each) => isInside(name, each));
  if (bases.length === 0 || index < 0) return undefined;
  const overridden = findOverridden(bases, memberName(method) ?? '');
  if (overridden) return overridden.parameter === index ? overridden : undefined;
  if (depth === furthest) return undefined;
  const [found, ...others] = callsOfMethod(model, method).map((call) => {
    const given = call.arguments.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')
      ? undefined
      : call.arguments[index];
    const [origin, ...alternatives] = given ? originsOf(model, given) : [];
    if (origin?.kind !== 'parameter' || origin.path.length > 0 || alternatives.length > 0) return undefined;
    return findInheritedOptions(model, origin, depth + 1);
  });
  return others.every((each) => each === found) ? found : undefined;
}

/** Is a parameter, or this member of it, a signal by what the overridden method says? */
export function isInheritedSignal(model: Model, { name, owner, path }: Parameter): boolean {
  const [member, ...further] = path;
  if (member === undefined || further.length > 0) return false;
  return findInheritedOptions(model, { name, owner })?.member === member;
}

interface Base {
  module: string;
  name: string;
}

function findOverridden(bases: readonly Base[], method: string): OverriddenMethod | undefined {
  for (const { module, name } of bases) {
    const found = findOverriddenMethod(module, `${name}#${method}`);
    if (found) return found;
  }
  return undefined;
}

/** A method, or a field that holds a function. */
type Method = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function basesAround(model: Model, method: Method): readonly Base[] {
  const owner = isWorthLooking(model) && !method.static ? enclosingClass(method) : undefined;
  return owner ? basesOf(model, owner) : [];
}

/** Few files name one of the packages. */
const isWorthLooking = memoized((model) =>
  overriddenModules.some((module) => model.sourceCode.text.includes(module)),
);

/** The classes and interfaces of packages that a class stands on, through other classes of the file. */
const basesOf = memoized((model, owner: ClassNode): readonly Base[] => {
  const interfaces = model.isTypeScript ? owner.implements.map(({ expression }) => expression) : [];
  return [owner.superClass, ...interfaces].flatMap((name) => {
    if (!name) return [];
    const local = findClass(model, name);
    if (local) return basesOf(model, local);
    const reference = referenceTo(model, name);
    return reference?.module === undefined ? [] : [{ module: reference.module, name: reference.path }];
  });
}, []);

/** The calls `this.method(...)` in the class itself. */
function callsOfMethod(model: Model, method: Method): TSESTree.CallExpression[] {
  const owner = enclosingClass(method);
  const name = memberName(method);
  return owner && name !== undefined ? (ownCallsOf(model, owner).get(name) ?? []) : [];
}

const ownCallsOf = memoized((model, owner: ClassNode): ReadonlyMap<string, TSESTree.CallExpression[]> => {
  const calls = new Map<string, TSESTree.CallExpression[]>();
  for (const node of allNodes(owner.body, model.sourceCode.visitorKeys)) {
    if (node.type !== 'CallExpression') continue;
    const [self, name, ...further] = accessPath(node.callee) ?? [];
    if (self === 'this' && name !== undefined && further.length === 0)
      calls.set(name, [...(calls.get(name) ?? []), node]);
  }
  return calls;
});
