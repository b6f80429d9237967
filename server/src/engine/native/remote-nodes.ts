import ts from 'typescript';
import type { NativeModules, NativeNode } from './native-api.js';

/** Finds, in the tree of another TypeScript, the node that is the same as one of ours. */
export class RemoteNodes {
  readonly #root: NativeNode;
  readonly #kinds: ReadonlyMap<ts.SyntaxKind, number>;

  /** @param kinds see {@link remoteKinds} */
  constructor(root: NativeNode, kinds: ReadonlyMap<ts.SyntaxKind, number>) {
    this.#root = root;
    this.#kinds = kinds;
  }

  /**
   * @param node one of a tree of the same text
   * @throws an error where the other tree has none in its place
   */
  find(node: ts.Node): NativeNode {
    const kind = this.#kinds.get(node.kind);
    const found = findWithin(
      this.#root,
      (each) => each.kind === kind && each.pos === node.pos && each.end === node.end,
      node,
    );
    if (!found) throw new Error(`there is no ${ts.SyntaxKind[node.kind]} at ${node.pos}`);
    return found;
  }
}

function findWithin(
  parent: NativeNode,
  isIt: (node: NativeNode) => boolean,
  range: ts.TextRange,
): NativeNode | undefined {
  return parent.forEachChild((child) => {
    if (child.pos > range.pos || child.end < range.end) return undefined;
    return isIt(child) ? child : findWithin(child, isIt, range);
  });
}

/** @returns what the other TypeScript calls each kind of node; the numbers differ from version to version, the names do not */
export function remoteKinds({ SyntaxKind }: NativeModules['ast']): ReadonlyMap<ts.SyntaxKind, number> {
  const kinds = new Map<ts.SyntaxKind, number>();
  for (const [name, kind] of Object.entries(ts.SyntaxKind)) {
    const remote = SyntaxKind[name];
    if (typeof kind === 'number' && remote !== undefined && !/^(?:First|Last)/.test(name))
      kinds.set(kind, remote);
  }
  return kinds;
}
