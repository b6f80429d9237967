import type { parseForESLint } from '@typescript-eslint/parser';
import type ts from 'typescript';

/** What the parser makes of a text. */
export type Parsed = ReturnType<typeof parseForESLint>;

/** @returns TypeScript's own tree, from which the parser made its own */
export function syntaxOf({ ast, services }: Parsed): ts.Node {
  return services.esTreeNodeToTSNodeMap.get(ast);
}
