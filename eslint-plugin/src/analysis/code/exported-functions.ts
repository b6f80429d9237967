import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { ancestorsOf, enclosingFunction, isFunction, outermost, type FunctionNode } from './syntax.js';
import { findVariable } from './variables.js';

/** A function that a module exports by its name, and the uses of that name in the module itself. */
export interface ExportedFunction {
  function: FunctionNode;
  name: TSESTree.Identifier;
  uses: TSESTree.Node[];
}

/**
 * The functions that a module declares and exports by name, as a declaration or a constant. One whose type stands
 * somewhere else (an annotation, overloads) is left out, and so is the default export.
 */
export function exportedFunctions(model: Model): ExportedFunction[] {
  const names = model.sourceCode.ast.body.flatMap((statement) => exportedNames(statement));
  return names.flatMap((name) => {
    const variable = findVariable(model, name);
    const [definition, ...others] = variable?.defs ?? [];
    const declared = definition && others.length === 0 ? functionOf(definition) : undefined;
    if (!variable || !declared || isOverloaded(declared)) return [];
    const uses = variable.references
      .filter(({ init, identifier }) => init !== true && identifier.parent.type !== 'ExportSpecifier')
      .map(({ identifier }) => identifier);
    return [{ ...declared, uses }];
  });
}

function exportedNames(statement: TSESTree.ProgramStatement): TSESTree.Identifier[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
  const { declaration } = statement;
  if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [declaration.id] : [];
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []));
  return statement.specifiers.flatMap(({ local, exported }) =>
    exported.type === 'Identifier' && exported.name !== 'default' ? [local] : [],
  );
}

function functionOf({
  type,
  node,
  name,
}: TSESLint.Scope.Definition): Pick<ExportedFunction, 'function' | 'name'> | undefined {
  if (name.type !== 'Identifier') return undefined;
  if (type === 'FunctionName') return isFunction(node) ? { function: node, name } : undefined;
  if (type !== 'Variable' || name.typeAnnotation || !isFunction(node.init)) return undefined;
  return { function: node.init, name };
}

function isOverloaded({
  function: { parent, id },
  name,
}: Pick<ExportedFunction, 'function' | 'name'>): boolean {
  const body = parent.type === 'ExportNamedDeclaration' ? parent.parent : parent;
  if (body.type !== 'Program' || !id) return false;
  return body.body.some((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declared?.type === 'TSDeclareFunction' && declared.id?.name === name.name;
  });
}

/** Is the use a call by the module itself, which runs as soon as it is loaded? */
export function isRunOnLoad(use: TSESTree.Node): boolean {
  const { parent } = use;
  return parent?.type === 'CallExpression' && parent.callee === use && !enclosingFunction(use);
}

/** Is the use handed to a call, by itself or in a literal, so that whoever is called says what it takes? */
export function isHandedToCall(use: TSESTree.Node): boolean {
  let inner = outermost(use);
  for (const outer of ancestorsOf(inner)) {
    if (outer.type === 'CallExpression' || outer.type === 'NewExpression') return outer.callee !== inner;
    if (
      !/^(?:Property|ObjectExpression|ArrayExpression|ConditionalExpression|LogicalExpression|TS\w+Expression|JSX\w+)$/.test(
        outer.type,
      )
    )
      return false;
    if (outer.type.startsWith('JSX')) return true;
    inner = outer;
  }
  return false;
}
