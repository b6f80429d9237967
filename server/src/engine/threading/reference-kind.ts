import ts from 'typescript';

/** What a name that stands for a function is there for. */
export type Reference =
  | { kind: 'call'; call: ts.CallExpression }
  /** The function itself, or another declaration of it. */
  | { kind: 'declaration' }
  /** An import, an export, a comment or a type that does not look at the parameters. */
  | { kind: 'mention' }
  /** A member of it is named. */
  | { kind: 'object' }
  | { kind: 'value' };

/** @returns what a reference that TypeScript found is there for */
export function referenceAt(source: ts.SourceFile, { start, length }: ts.TextSpan): Reference {
  const name = nodeAt(source, start, start + length);
  // Comments are no part of the tree that is walked here.
  if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name) && !ts.isStringLiteralLike(name))
    return { kind: 'mention' };
  const { parent } = name;
  if (isMention(parent)) return { kind: 'mention' };
  if (isDeclaration(parent, name)) return { kind: 'declaration' };
  if (ts.isTypeQueryNode(parent)) return { kind: asksForResult(parent) ? 'mention' : 'value' };
  const callee = outermost(ts.isPropertyAccessExpression(parent) && parent.name === name ? parent : name);
  const around = callee.parent;
  if (ts.isCallExpression(around) && around.expression === callee) return { kind: 'call', call: around };
  const isObject = ts.isPropertyAccessExpression(around) && around.expression === callee;
  return { kind: isObject ? 'object' : 'value' };
}

/** @returns the innermost node that holds a range of the text */
export function nodeAt(source: ts.SourceFile, start: number, end: number): ts.Node {
  let node: ts.Node = source;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.getStart(source) <= start && end <= child.end ? child : undefined,
    );
    if (!inner) return node;
    node = inner;
  }
}

function isMention(node: ts.Node): boolean {
  return (
    ts.isImportSpecifier(node) ||
    ts.isImportClause(node) ||
    ts.isExportSpecifier(node) ||
    ts.isExportAssignment(node)
  );
}

/** The name of a short property, and one that is taken out of an object, stand for a value as well. */
function isDeclaration(parent: ts.Node, name: ts.Node): boolean {
  return (
    'name' in parent &&
    parent.name === name &&
    !ts.isPropertyAccessExpression(parent) &&
    !ts.isShorthandPropertyAssignment(parent) &&
    !ts.isBindingElement(parent)
  );
}

/** `ReturnType<typeof load>` */
function asksForResult({ parent }: ts.TypeQueryNode): boolean {
  return ts.isTypeReferenceNode(parent) && parent.typeName.getText() === 'ReturnType';
}

function outermost(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) ? outermost(parent) : node;
}
