import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isInside, memberName, outermost, type Model, type UnclearedAbortTimer } from '../analysis/index.js';
import { findFreeName } from './free-names.js';

/**
 * Puts `AbortSignal.timeout` in the place of a controller that nothing but a timer aborts.
 *
 * @returns undefined where the controller is there for more than that, or where the code looks for its AbortError
 */
export function limitBySignal(
  { sourceCode }: Model,
  { timer, abort, controller, how }: UnclearedAbortTimer,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const [made] = controller.made;
  const declaration = made?.parent.parent;
  const statement = outermost(timer).parent;
  const [, delay] = timer.arguments;
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length > 1) return undefined;
  if (how !== 'dropped' || statement?.type !== 'ExpressionStatement' || !delay) return undefined;
  const isBeside = statement.parent === declaration.parent && statement.parent.type === 'BlockStatement';
  const uses = controller.uses.filter(
    ({ kind, node }) => kind !== 'write' || node.parent?.type !== 'VariableDeclarator',
  );
  const reads = uses.filter(({ kind }) => kind === 'signal').map(({ node }) => node.parent);
  const isOnlyForTime =
    reads.length === uses.length - 1 && abort.call.arguments.length === 0 && isInside(abort.call, timer);
  const name = findFreeName(sourceCode, ['signal', 'timeoutSignal']);
  if (!isBeside || !isOnlyForTime || name === undefined || sourceCode.text.includes('AbortError'))
    return undefined;
  const signals = reads.filter((read) => read?.type === 'MemberExpression');
  const isBehind = signals.every((read) => read.range[0] > statement.range[1]);
  const start = sourceCode.getTokenBefore(declaration, { includeComments: true });
  const changed = [declaration, statement].some((each) => sourceCode.getCommentsInside(each).length > 0);
  if (!isBehind || signals.length !== reads.length || !start || changed) return undefined;
  return (fixer) => [
    fixer.removeRange([start.range[1], declaration.range[1]]),
    fixer.replaceText(statement, `const ${name} = AbortSignal.timeout(${sourceCode.getText(delay)});`),
    ...signals.map((read) => replaceRead(fixer, read, name)),
  ];
}

function replaceRead(
  fixer: TSESLint.RuleFixer,
  read: TSESTree.MemberExpression,
  name: string,
): TSESLint.RuleFix {
  const { parent } = read;
  const isShort = parent.type === 'Property' && !parent.computed && memberName(parent) === name;
  return isShort ? fixer.replaceText(parent, name) : fixer.replaceText(read, name);
}
