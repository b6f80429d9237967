import * as parser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { allNodes, modelOf, type Model } from '../../eslint-plugin/src/analysis/index.js';
import { TypedProgram } from './typed-program.js';

export interface AnalysedCode {
  model: Model;
  /** The last node whose source text is exactly this, and whose type fits. */
  node: (text: string, type?: string) => TSESTree.Node;
}

const program = new TypedProgram('analysed.ts');

/**
 * Parses code as a rule would see it, for tests that ask the analysis itself.
 *
 * @param code a TypeScript module
 * @param isTyped whether the analysis can ask for types
 */
export function analysed(code: string, isTyped = false): AnalysedCode {
  let model: Model | undefined;
  const capture = {
    create(context: TSESLint.RuleContext<string, []>) {
      model = modelOf(context);
      return {};
    },
  };
  const parserOptions = isTyped ? { programs: [program.withText(code)] } : {};
  const messages = new Linter({ cwd: process.cwd() }).verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { test: { rules: { capture: capture as never } } },
        rules: { 'test/capture': 'error' },
        languageOptions: { parser: parser, parserOptions },
      },
    ],
    program.file,
  );
  if (!model) throw new Error(`The code does not parse: ${messages.map(({ message }) => message).join()}`);
  const { sourceCode } = model;
  const nodes = [...allNodes(sourceCode.ast, sourceCode.visitorKeys)];
  return {
    model,
    node(text, type) {
      const found = nodes.findLast(
        (node) => sourceCode.getText(node) === text && (type === undefined || node.type === type),
      );
      if (!found) throw new Error(`The code has no node ${text}.`);
      return found;
    },
  };
}
