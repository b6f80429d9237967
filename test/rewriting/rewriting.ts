import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { allNodes } from '../../eslint-plugin/src/analysis/index.js';

/** What a rewriting may ask. */
export interface Writer {
  /** @returns the text of a node, with what is in it rewritten */
  text: (node: TSESTree.Node) => string;
  /** @returns the same, but for the node itself, which stays as it is */
  kept: (node: TSESTree.Node) => string;
  /** @returns all nodes of a tree, the root first */
  nodesIn: (root: TSESTree.Node) => TSESTree.Node[];
  /** Does the name mean something that the file does not declare? */
  isGlobal: (name: TSESTree.Identifier) => boolean;
}

/** Another way to write a node that leaves what the program does as it is; undefined for nodes that stay as they are. */
export type Rewriting = (node: TSESTree.Node, writer: Writer) => string | undefined;

/**
 * @param source a program
 * @param rewriting what to write in another way
 * @returns the program as it is written then; undefined where nothing of it changes
 */
export function rewritten(
  { language, code }: { language: string; code: string },
  rewriting: Rewriting,
): string | undefined {
  const { ast, visitorKeys, scopeManager } = parser.parseForESLint(code, {
    filePath: `example.${language}`,
    range: true,
    ecmaFeatures: { jsx: language.endsWith('x') },
  });
  const declared = new Set<TSESTree.Node>(
    scopeManager.scopes
      .flatMap(({ references }) => references)
      .filter(({ resolved }) => (resolved?.defs.length ?? 0) > 0)
      .map(({ identifier }) => identifier),
  );
  const writer: Writer = {
    text: (node) => rewriting(node, writer) ?? writer.kept(node),
    kept: (node) => {
      let text = '';
      let end = node.range[0];
      for (const child of childrenOf(node, visitorKeys[node.type] ?? [])) {
        // The key of a shorthand property is its value as well.
        if (child.range[0] < end) continue;
        text += code.slice(end, child.range[0]) + writer.text(child);
        end = child.range[1];
      }
      return text + code.slice(end, node.range[1]);
    },
    nodesIn: (root) => allNodes(root, visitorKeys),
    isGlobal: (name) => !declared.has(name),
  };
  linkToParents(ast, visitorKeys);
  const text = writer.text(ast);
  return text === code.slice(...ast.range) ? undefined : code.slice(0, ast.range[0]) + text;
}

/** As ESLint does before it hands a tree to its rules. */
function linkToParents(
  node: TSESTree.Node,
  keys: Readonly<Record<string, readonly string[] | undefined>>,
): void {
  for (const child of childrenOf(node, keys[node.type] ?? [])) {
    child.parent = node;
    linkToParents(child, keys);
  }
}

function childrenOf(node: TSESTree.Node, keys: readonly string[]): TSESTree.Node[] {
  return keys
    .flatMap((key) => (node as unknown as Record<string, unknown>)[key])
    .filter(
      (child): child is TSESTree.Node => typeof child === 'object' && child !== null && 'range' in child,
    )
    .sort((one, other) => one.range[0] - other.range[0]);
}
