import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { accessPath, outermost } from '../code/syntax.js';
import { relaysOf } from '../listeners/relays.js';
import type { Model } from '../model.js';
import type { Origin } from '../signals/origins.js';
import { isOwnControllerSignal, signalFactory, sourcesOf } from '../signals/signal-factories.js';
import { isSought, type SoughtSignal } from './sought-signals.js';

/** Signals that go on in others that go on in others. */
const most = 8;

/** @returns a signal, and the others that it is combined or relayed into */
export function withContinuations(model: Model, sought: SoughtSignal): SoughtSignal[] {
  const all = [sought];
  const known = new Set<TSESTree.Node>();
  for (const each of all) {
    for (const { node, as } of continuationsOf(model, each)) {
      if (known.has(node) || all.length === most) continue;
      known.add(node);
      all.push({ isOrigin: (origin) => isMadeAt(origin, node), members: ['signal'], places: new Set(), as });
    }
  }
  return all;
}

/** Is it the signal that is made at a node: by a static method of AbortSignal, or of a controller? */
export function isMadeAt(origin: Origin, node: TSESTree.Node): boolean {
  if (origin.kind === 'call') return origin.node === node && origin.path.length === 0;
  return origin.kind === 'new' && origin.node === node && isOwnControllerSignal(origin);
}

/** The combinations that a signal is a part of, and the controllers that its abort is passed on to. */
function continuationsOf(model: Model, sought: SoughtSignal): { node: TSESTree.Node; as: string }[] {
  const combined = nodesOf(model).flatMap((node) => {
    if (node.type !== 'CallExpression' || signalFactory(node) !== 'any') return [];
    const isPart = sourcesOf(node).some((source) => isSought(model, sought, source));
    return isPart ? [{ node, as: nameOfValue(node) }] : [];
  });
  const relayed = relaysOf(model).flatMap(({ registration, made, controller }) => {
    if (!made || !isSought(model, sought, registration.target)) return [];
    return [{ node: made, as: `${accessPath(controller)?.join('.') ?? 'controller'}.signal` }];
  });
  return [...combined, ...relayed];
}

/** @returns what a value is called where it is made; empty where it has no name */
export function nameOfValue(node: TSESTree.Node): string {
  const { parent } = outermost(node);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  const target = parent?.type === 'AssignmentExpression' ? accessPath(parent.left)?.join('.') : undefined;
  return target ?? '';
}
